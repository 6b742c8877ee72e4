package shopbell.sources;

/** A source, how the operator calls it, and how much may be asked of it. */
public record NamedSource(String name, Source source, SourceLimits patience) {}
