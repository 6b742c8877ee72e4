package shopbell.ingress;

/** A named entry point, its adapter, and how it can be reached. */
public record Door(DoorSettings settings, EventAdapter adapter, DoorAccess access) {}
