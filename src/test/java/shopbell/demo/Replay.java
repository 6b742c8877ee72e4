package shopbell.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shopbell.Waiting;
import shopbell.insight.Foresight;
import shopbell.model.ContactRecord;
import shopbell.model.Inbound;
import shopbell.model.Promise;
import shopbell.model.Summary;
import shopbell.store.PgLoader;
import shopbell.store.PgSummaries;

/** One customer's life once more, event by event, with a look at the card before each contact. */
record Replay(PgLoader loader, PgSummaries summaries, Foresight foresight, Instant now) {
  /** The guesses that would have been shown, and what was said. */
  List<Foresight.Case> of(int number) {
    List<Inbound> life = new ArrayList<>(new World(now).life(number));
    life.sort(Comparator.comparing(Inbound::at));
    List<Foresight.Case> cases = new ArrayList<>();
    List<Inbound> waiting = new ArrayList<>();
    List<Inbound> lived = new ArrayList<>();
    for (Inbound happened : life) {
      lived.add(happened);
      if (happened instanceof ContactRecord contact && contact.reason().isPresent()) {
        Waiting.on(loader.load("demo", waiting));
        waiting.clear();
        Waiting.on(loader.promises(Map.of(Cast.id(number).uuid(), promises(lived, contact.at()))));
        Summary summary = Waiting.on(summaries.of(Cast.id(number).uuid(), contact.at()));
        cases.add(foresight.of(contact, summary));
      }
      waiting.add(happened);
    }
    return cases;
  }

  /** Made in contacts up to {@code at}; the texts are the same as the demo's, the late ones of its last day are not. */
  private static List<Promise> promises(List<Inbound> lived, Instant at) {
    Map<String, Promise> made = new TreeMap<>();
    for (Inbound happened : lived) {
      if (happened instanceof ContactRecord contact
          && Vows.made(contact)
          && contact.endedAt().isBefore(at)) {
        made.put(contact.key(), Vows.promise(contact, "Call back", at));
      }
    }
    return List.copyOf(made.values());
  }
}
