package shopbell.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailFieldTest {
  static Stream<Arguments> fields() {
    return Stream.of(spellings(), wrappings(), several(), unreadable()).flatMap(all -> all);
  }

  private static Stream<Arguments> spellings() {
    return Stream.of(
        one("anna@shop.example", "anna@shop.example"),
        one(" Anna@Shop.EXAMPLE ", "anna@shop.example"),
        one("info@m\u00fcller-bau.example", "info@m\u00fcller-bau.example"),
        one("info@xn--mller-bau-q9a.example", "info@m\u00fcller-bau.example"),
        one("info@XN--MLLER-BAU-Q9A.example", "info@m\u00fcller-bau.example"),
        one("info@mu\u0308ller-bau.example", "info@m\u00fcller-bau.example"),
        one("INFO@M\u00dcLLER-BAU.example", "info@m\u00fcller-bau.example"),
        one("j\u00f6rg@shop.example", "j\u00f6rg@shop.example"),
        one("jo\u0308rg@shop.example", "j\u00f6rg@shop.example"));
  }

  private static Stream<Arguments> wrappings() {
    return Stream.of(
        one("\"Lisa L.\" <lisa8@example.org>", "lisa8@example.org"),
        one("Lisa L. <Lisa8@Example.org>", "lisa8@example.org"),
        one("<lisa8@example.org>", "lisa8@example.org"),
        one("lisa8@example.org (Lisa)", "lisa8@example.org"),
        one("mailto:lisa8@example.org", "lisa8@example.org"),
        one("MAILTO:lisa8@example.org?subject=Hallo", "lisa8@example.org"),
        one("mailto:lisa%2B8@example.org", "lisa+8@example.org"),
        one("mailto:50%@example.org", "50%@example.org"),
        one("\u00a0lisa8@example.org\u200b", "lisa8@example.org"),
        one("lisa8\u200b@example.org", "lisa8@example.org"),
        one("\ufefflisa8@example.org", "lisa8@example.org"),
        one("lisa8@example\uff0eorg", "lisa8@example.org"),
        one("lisa8@example.org.", "lisa8@example.org"),
        one("'lisa8@example.org'", "lisa8@example.org"));
  }

  private static Stream<Arguments> several() {
    return Stream.of(
        one("a@example.org; b@example.org", "a@example.org b@example.org"),
        one("a@example.org,b@example.org", "a@example.org b@example.org"),
        one("a@example.org b@example.org", "a@example.org b@example.org"),
        one("a@example.org\nA@example.org", "a@example.org"),
        one("\"B, A\" <a@example.org>, b@example.org", "a@example.org b@example.org"),
        one("\"a@wrong.example\" <a@example.org>", "a@example.org"));
  }

  private static Stream<Arguments> unreadable() {
    return Stream.of(
        none("lisa8"),
        none("@example.org"),
        none("lisa8@"),
        none("lisa8@-"),
        none("a@b@"),
        none("x".repeat(300) + "@example.org"));
  }

  private static Arguments one(String sent, String addresses) {
    return Arguments.of(sent, List.of(addresses.split(" ")), false);
  }

  private static Arguments none(String sent) {
    return Arguments.of(sent, List.of(), true);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fields")
  void anAddressHasOneForm(String sent, List<String> addresses, boolean unreadable) {
    EmailField field = EmailField.read(sent);
    assertEquals(addresses, field.addresses());
    assertEquals(unreadable, field.unreadable());
  }
}
