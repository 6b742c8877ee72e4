package shopbell.model.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shopbell.model.Channel;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.interaction.Interaction;
import shopbell.model.interaction.InteractionState;

/** Which contacts are one to the customer. */
class CallLegsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code name/parent begin-answered-end cause}, where parent and answered may be missing; seconds. */
  private static ContactHistory.Contact contact(String line) {
    String[] words = line.trim().split(" ", -1);
    String[] names = words[0].split("/", -1);
    String[] seconds = words[1].split("-", -1);
    return new ContactHistory.Contact(
        id(names[0]),
        Channel.CALL,
        Direction.IN,
        at(seconds[0]).orElseThrow(),
        at(seconds[1]),
        at(seconds[2]),
        Arrays.stream(EndCause.values())
            .filter(c -> c.toString().equals(words[2]))
            .findFirst(),
        Optional.of("support"),
        0,
        at(seconds[1]).map(answered -> "agent of " + names[0]),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        InteractionState.CLOSED,
        names.length > 1 ? Optional.of(id(names[1])) : Optional.empty());
  }

  private static Optional<Instant> at(String seconds) {
    return Optional.of(seconds)
        .filter(s -> !s.isEmpty())
        .map(s -> NOW.plusSeconds(Long.parseLong(s)));
  }

  private static ContactHistory history(String lines) {
    List<ContactHistory.Contact> items = Arrays.stream(lines.split(","))
        .map(CallLegsTest::contact)
        .sorted(Comparator.comparing(ContactHistory.Contact::at).reversed())
        .toList();
    return new ContactHistory(items.size(), items.size(), items);
  }

  private static String said(ContactHistory contactHistory) {
    return contactHistory.items().stream()
        .sorted(Comparator.comparing(ContactHistory.Contact::at))
        .map(c -> Stream.of("a", "b", "c", "d")
                .filter(name -> id(name).equals(c.interaction()))
                .findFirst()
                .orElseThrow()
            + " since " + Duration.between(NOW, c.at()).toSeconds()
            + " x" + c.transfers())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a 0--20 forwarded, b/a 20-25-90 completed                             | b since 0 x0
      a 0--20 missed, b/a 21-25-90 completed                                | b since 0 x0
      a 0--20 missed, b/a 21--40 missed, c/b 41-45-90 completed             | c since 0 x0
      a 0--20 missed, b/a 21--40 voicemail                                  | b since 0 x0
      a 0-5-60 completed, b/a 50-55-90 completed                            | a since 0 x0, b since 50 x1
      a 0-5-60 completed, b/a 50--70 missed, c/b 71-75-90 completed         | a since 0 x0, c since 50 x1
      a 0--20 missed, b 21-25-90 completed                                  | b since 0 x0
      a 0--20 rejected, b 22--40 abandoned                                  | b since 0 x0
      a 0--20 missed, b 40-45-90 completed                                  | a since 0 x0, b since 40 x0
      a 0--20 abandoned, b 21-25-90 completed                               | a since 0 x0, b since 21 x0
      a 0--20 completed, b/a 21-25-90 completed                             | a since 0 x0, b since 21 x0
      b/x 21-25-90 completed                                                | b since 21 x0
      """)
  void anUnansweredCallThatGoesOnIsOneContact(String contacts, String expected) {
    ContactHistory joined = history(contacts).besides(Optional.empty());
    assertEquals(expected, said(joined));
    assertEquals(joined.items().size(), joined.contacts());
    assertEquals(joined.items().size(), joined.last30Days());
  }

  @Test
  void whatGoesOnWithTheContactOfTheCardIsNoFormerContact() {
    Interaction own = Interaction.blank(id("d"), Channel.CALL, "pbx", "d", NOW.plusSeconds(21));
    ContactHistory contactHistory = history("a 0--20 missed, b 5000-5005-5010 completed");
    assertEquals("b since 5000 x0", said(contactHistory.besides(Optional.of(own))));
    ContactHistory child = history("a 0-5-60 completed, c/a 50--70 missed");
    Interaction onward = new Interaction(
        id("d"),
        Channel.CALL,
        Direction.IN,
        InteractionState.RINGING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("ben"),
        "pbx",
        "d",
        Optional.of(id("c")),
        NOW.plusSeconds(100),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
    assertEquals("a since 0 x0", said(child.besides(Optional.of(onward))));
  }
}
