package shopbell.ingress;

/** A named way in, and the language that is spoken there. */
public record Door(DoorSettings settings, EventAdapter adapter) {}
