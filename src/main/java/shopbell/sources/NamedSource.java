package shopbell.sources;

/** A source, its configured name, and its limits. */
public record NamedSource(String name, Source source, SourceLimits patience) {}
