package shopbell.demo;

import java.util.List;

/** The texts of a chat; a line that begins with {@code <} is the agent's. */
final class ChatScripts {
  static final List<String> GERMAN = List.of(
      "Hallo, ich wollte gerade bestellen, aber die Zahlung bricht immer ab.",
      "Ich habe es jetzt dreimal mit Kreditkarte versucht 😕",
      "<Guten Tag, das sehe ich mir sofort an.",
      "Danke! Bleibt die Leuchte so lange im Warenkorb?");

  static final List<String> ENGLISH = List.of(
      "Hi, I was about to order but the payment keeps failing.",
      "Tried three times with my credit card 😕",
      "<Hello, let me look at that right away.",
      "Thanks! Will the lamp stay in the basket?");

  private ChatScripts() {}

  static String author(String line) {
    return line.startsWith("<") ? "agent" : "customer";
  }

  static String text(String line) {
    return line.startsWith("<") ? line.substring(1) : line;
  }
}
