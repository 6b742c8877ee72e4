package shopbell.decision.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionVersion;

/** The actions and vetoes that come with the program: {@code actions/NAME.yaml} and {@code vetoes/NAME.yaml}. */
public final class BuiltInActions {
  static final List<String> ACTIONS = List.of(
      "promise-broken",
      "promise-due",
      "ticket-critical",
      "ticket-open",
      "parcel-failed",
      "parcel-late",
      "parcel-moving",
      "parcel-there",
      "refund-expected",
      "order-fresh",
      "checkout-abandoned",
      "page-error",
      "payment-failed",
      "looked-up",
      "contact-unresolved",
      "contact-repeated",
      "contact-recent",
      "call-abandoned",
      "unhappy",
      "offer",
      "reference");

  /** In the order in which they are looked at. */
  static final List<String> VETOES = List.of("ticket", "promise", "unhappy");

  private BuiltInActions() {}

  /** All of them, live in version 1. */
  public static ActionCatalogue catalogue() {
    return new ActionCatalogue(
        ACTIONS.stream().map(BuiltInActions::version).toList(),
        VETOES.stream().map(name -> VetoReader.read(text("vetoes", name))).toList());
  }

  private static ActionVersion version(String name) {
    return new ActionVersion(
        ActionReader.read(text("actions", name)), 1, ActionState.LIVE, "", Instant.EPOCH, "");
  }

  private static String text(String folder, String name) {
    String file = "/" + folder + "/" + name + ".yaml";
    try (InputStream in = BuiltInActions.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
