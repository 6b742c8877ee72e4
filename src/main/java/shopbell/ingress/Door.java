package shopbell.ingress;

/** A named way in, the language that is spoken there, and how it can be reached. */
public record Door(DoorSettings settings, EventAdapter adapter, DoorAccess access) {}
