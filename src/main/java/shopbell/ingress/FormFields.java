package shopbell.ingress;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.json.JsonFields;
import shopbell.json.StrictJson;
import shopbell.model.Rejected;

/** Named values as PBXs send them: a form, a multipart form, or one flat JSON object; {@code user[]} is {@code user}. */
public final class FormFields {
  private static final int MOST_FIELDS = 500;
  private static final int LONGEST = 4_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private final int longest;

  private FormFields(int longest) {
    this.longest = longest;
  }

  /** By the request's media type; UNSUPPORTED_TYPE for any other. */
  public static FormFields of(DoorRequest request) {
    return switch (request.mediaType()) {
      case "application/x-www-form-urlencoded" -> urlEncoded(request);
      case "multipart/form-data" -> multipart(request, LONGEST);
      case "application/json" -> json(request);
      default ->
        throw new Rejected(
            Rejected.Reason.UNSUPPORTED_TYPE,
            "Send application/json, application/x-www-form-urlencoded or multipart/form-data.");
    };
  }

  /** Only a form as browsers send it; signatures cover nothing else. */
  public static FormFields urlEncoded(DoorRequest request) {
    if (!request.mediaType().equals("application/x-www-form-urlencoded")) {
      throw new Rejected(
          Rejected.Reason.UNSUPPORTED_TYPE, "Send application/x-www-form-urlencoded.");
    }
    return decoded(request.body().toString(), LONGEST);
  }

  /** The fields of a query string or form body; values of any length. */
  public static FormFields decoded(String encoded) {
    return decoded(encoded, Integer.MAX_VALUE);
  }

  private static FormFields decoded(String encoded, int longest) {
    FormFields formFields = new FormFields(longest);
    try {
      new QueryStringDecoder(
              encoded, java.nio.charset.StandardCharsets.UTF_8, false, MOST_FIELDS, true)
          .parameters()
          .forEach((name, all) -> all.forEach(value -> formFields.put(name, value)));
      return formFields;
    } catch (IllegalArgumentException e) {
      throw malformed("The form is not well encoded.");
    }
  }

  /** Files in it are left out. */
  static FormFields multipart(DoorRequest request, int longest) {
    DefaultFullHttpRequest whole = new DefaultFullHttpRequest(
        HttpVersion.HTTP_1_1,
        HttpMethod.POST,
        "/",
        Unpooled.wrappedBuffer(request.body().getBytes()));
    whole
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, request.header("Content-Type").orElse(""));
    FormFields formFields = new FormFields(longest);
    try {
      HttpPostMultipartRequestDecoder decoder =
          new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), whole);
      try {
        for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
          if (data instanceof Attribute attribute) {
            formFields.put(attribute.getName(), attribute.getValue());
          }
        }
      } finally {
        decoder.destroy();
      }
      return formFields;
    } catch (IOException | RuntimeException e) {
      throw e instanceof Rejected refused
          ? refused
          : malformed("The multipart form is not well formed.");
    }
  }

  private static FormFields json(DoorRequest request) {
    JsonNode tree = StrictJson.read(request.body().getBytes());
    JsonFields.of(tree, "");
    FormFields formFields = new FormFields(LONGEST);
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      JsonNode value = field.getValue();
      List<JsonNode> all = new ArrayList<>();
      (value.isArray() ? value : List.of(value)).forEach(all::add);
      for (JsonNode one : all) {
        if (one.isContainerNode()) {
          throw Rejected.field("/" + field.getKey(), "is a text or a list of texts");
        }
        if (!one.isNull()) {
          formFields.put(field.getKey(), one.asText());
        }
      }
    }
    return formFields;
  }

  private void put(String rawName, String value) {
    String name = rawName.endsWith("[]") ? rawName.substring(0, rawName.length() - 2) : rawName;
    if (value.length() > longest || name.length() > LONGEST || value.indexOf('\0') >= 0) {
      throw Rejected.field(
          "/" + (name.length() > 100 ? "" : name), "has at most " + LONGEST + " characters");
    }
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  /** The first value that is not blank, under the first of {@code names} that has one. */
  public Optional<String> text(String... names) {
    for (String name : names) {
      Optional<String> found = texts(name).stream().findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Required; SENSELESS when it is missing. */
  public String required(String... names) {
    return text(names).orElseThrow(() -> Rejected.field("/" + names[0], "is required"));
  }

  /** All values that are not blank. */
  public List<String> texts(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** Everything as it was sent, in the order of arrival. */
  public Map<String, List<String>> raw() {
    return values;
  }

  private static Rejected malformed(String detail) {
    return new Rejected(Rejected.Reason.MALFORMED, detail);
  }
}
