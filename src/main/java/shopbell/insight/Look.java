package shopbell.insight;

import java.time.Instant;
import java.util.Optional;
import shopbell.model.Interaction;
import shopbell.model.Summary;
import shopbell.words.Words;

/** What a rule sees: everything known of one customer, the contact that goes on, the language and the time. */
public record Look(Summary summary, Optional<Interaction> interaction, Words words, Instant now) {}
