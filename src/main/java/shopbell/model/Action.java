package shopbell.model;

import java.util.Optional;

/** What to do next; {@code veto} says why not, when it must not be done now. */
public record Action(String kind, String text, String because, Optional<String> veto) {}
