package shopbell.ingress.asterisk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Direction;
import shopbell.model.event.EndCause;
import shopbell.model.event.InteractionEvent;
import shopbell.model.event.InteractionStep;

/** The news that a frame has for a call; {@code mark} distinguishes it from the next. */
record CallStatement(
    String call,
    InteractionStep step,
    String mark,
    List<String> agents,
    Optional<EndCause> cause,
    Optional<String> queue) {
  CallStatement(String call, InteractionStep step, String mark) {
    this(call, step, mark, List.of(), Optional.empty(), Optional.empty());
  }

  /** Calling and called number, and the customer's display name. */
  record Numbers(
      Optional<Direction> direction,
      Optional<String> from,
      Optional<String> to,
      Optional<String> name) {
    static final Numbers NONE =
        new Numbers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  CallStatement by(List<String> who) {
    return new CallStatement(call, step, mark, who, cause, queue);
  }

  CallStatement because(EndCause why) {
    return new CallStatement(call, step, mark, agents, Optional.of(why), queue);
  }

  CallStatement in(Optional<String> name) {
    return new CallStatement(call, step, mark, agents, cause, name);
  }

  InteractionEvent event(AriEvent ariEvent) {
    return event(ariEvent, Numbers.NONE);
  }

  InteractionEvent event(AriEvent ariEvent, Numbers numbers) {
    return new InteractionEvent(
        call + " " + step + " " + mark,
        ariEvent.at(),
        step,
        call,
        Optional.of(shopbell.model.Channel.CALL),
        numbers.direction(),
        numbers.from(),
        numbers.to(),
        queue,
        agents,
        cause,
        List.of(),
        numbers.name().map(name -> Map.of(InteractionEvent.DISPLAY_NAME, name)).orElse(Map.of()),
        Optional.empty());
  }
}
