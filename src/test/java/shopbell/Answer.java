package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import shopbell.json.Json;

/** A response of the server. */
public record Answer(HttpResponse<String> response) {
  private static final Pattern INNER =
      Pattern.compile("Exception|\\.java:|\\bat shopbell|\\bnull\\b");

  /** The HTTP status. */
  public int status() {
    return response.statusCode();
  }

  /** A header's value; empty text when there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Fails unless the status is this one. */
  public Answer expect(int status) {
    assertEquals(status, status(), response.request().uri().getPath() + ": " + text());
    return this;
  }

  /** Fails unless it is a problem document of this status without internal details; returns the document. */
  public JsonNode problem(int status) {
    expect(status);
    assertEquals("application/problem+json", header("Content-Type"));
    JsonNode problem = json();
    assertEquals(status, problem.path("status").asInt());
    for (String key : new String[] {"type", "title", "detail"}) {
      assertFalse(problem.path(key).asText().isBlank(), key + " is missing: " + text());
    }
    assertFalse(INNER.matcher(text()).find(), text());
    return problem;
  }

  /** The body. */
  public String text() {
    return response.body();
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text(), e);
    }
  }

  /** The session's cookie it sets, as it is to be sent back. */
  public String cookie() {
    return "shopbell_session=" + cookie("shopbell_session");
  }

  /** The value of a cookie it sets; empty text when there is none. */
  public String cookie(String name) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(name + "="))
        .map(header -> header.substring(name.length() + 1).replaceFirst(";.*", ""))
        .findFirst()
        .orElse("");
  }
}
