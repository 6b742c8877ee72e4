package shopbell.journey.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import shopbell.Answer;
import shopbell.Call;
import shopbell.RunningShop;
import shopbell.json.Json;

/** A captured request of a real client, replayed with a key of ours. */
public record CapturedRequest(String method, String path, JsonNode headers, String body) {
  private static final String FOLDER = "/ingress/journey/";
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "accept-encoding", "content-type");

  /** With the headers of {@code name.headers.json} and the body of {@code name.json}. */
  static CapturedRequest of(String name) {
    return of(name + ".headers", name);
  }

  static CapturedRequest of(String headers, String body) {
    JsonNode request = json(headers);
    String path = request.path("path").asText();
    return new CapturedRequest(
        request.path("method").asText(), path, request.path("headers"), text(body));
  }

  /** The browser's question before the request. */
  static CapturedRequest preflight(String name) {
    JsonNode request = json(name + ".preflight");
    return new CapturedRequest(
        "OPTIONS", request.path("path").asText(), request.path("headers"), "");
  }

  /** Without headers, which were not captured. */
  static CapturedRequest body(String name, String path) {
    return new CapturedRequest("POST", path, Json.MAPPER.createObjectNode(), text(name));
  }

  static JsonNode json(String name) {
    try {
      return Json.MAPPER.readTree(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in = CapturedRequest.class.getResourceAsStream(FOLDER + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with another word in the place of one. */
  CapturedRequest with(String word, String other) {
    return new CapturedRequest(method, path, headers, body.replace(word, other));
  }

  /** The same with other messageIds: another visitor's messages. */
  CapturedRequest anew(String suffix) {
    String renamed = body.replaceAll("(\"messageId\": \"[^\"]*)", "$1-" + suffix);
    return new CapturedRequest(method, path, headers, renamed);
  }

  Answer send(RunningShop shop, String key) {
    Call call = shop.call(method, path.replace("WRITE_KEY", key));
    headers.properties().forEach(header -> {
      String name = header.getKey();
      if (name.equals("authorization")) {
        call.header(name, basic(key));
      } else if (!OF_THE_CONNECTION.contains(name)) {
        call.header(name, header.getValue().asText());
      }
    });
    if (!body.isEmpty()) {
      byte[] plain = body.replace("WRITE_KEY", key).getBytes(StandardCharsets.UTF_8);
      boolean packed = headers.path("content-encoding").asText().equals("gzip");
      call.body(headers.path("content-type").asText("text/plain"), packed ? gzip(plain) : plain);
    }
    return call.send();
  }

  /** The header of HTTP Basic with {@code key} as the user name. */
  public static String basic(String key) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
  }

  /** The same, compressed. */
  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
