package shopbell.ingress.asterisk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import shopbell.model.Cause;
import shopbell.model.Direction;
import shopbell.model.InteractionEvent;
import shopbell.model.Step;

/** What a frame says of which call; {@code mark} tells one saying from the next. */
record Said(
    String call,
    Step step,
    String mark,
    List<String> agents,
    Optional<Cause> cause,
    Optional<String> queue) {
  Said(String call, Step step, String mark) {
    this(call, step, mark, List.of(), Optional.empty(), Optional.empty());
  }

  /** Who calls and who is called, and what the customer calls themselves. */
  record Numbers(
      Optional<Direction> direction,
      Optional<String> from,
      Optional<String> to,
      Optional<String> name) {
    static final Numbers NONE =
        new Numbers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Said by(List<String> who) {
    return new Said(call, step, mark, who, cause, queue);
  }

  Said because(Cause why) {
    return new Said(call, step, mark, agents, Optional.of(why), queue);
  }

  Said in(Optional<String> name) {
    return new Said(call, step, mark, agents, cause, name);
  }

  InteractionEvent event(Frame frame) {
    return event(frame, Numbers.NONE);
  }

  InteractionEvent event(Frame frame, Numbers numbers) {
    return new InteractionEvent(
        call + " " + step + " " + mark,
        frame.at(),
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
