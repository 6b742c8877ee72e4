package shopbell.nextaction;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shopbell.connector.ConnectorError;
import shopbell.decision.SuccessModel;
import shopbell.decision.effect.HoldOut;
import shopbell.decision.library.ActionReader;
import shopbell.decision.library.BuiltInActions;
import shopbell.decision.library.CompiledCatalogue;
import shopbell.decision.library.VetoReader;
import shopbell.model.decision.ActionCatalogue;
import shopbell.model.decision.ActionEffect;
import shopbell.model.decision.ActionState;
import shopbell.model.decision.ActionVersion;
import shopbell.model.decision.Veto;
import shopbell.nextaction.LibraryEntry.EntryKind;

/** The live actions and vetoes of this moment with all that was learned of them, in the memory of this node. */
public final class CurrentCatalogue {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentCatalogue.class);

  /**
   * What a decision needs besides its contact.
   *
   * @param holdOut empty until it was read from the store
   */
  public record Snapshot(
      CompiledCatalogue compiled,
      Map<String, SuccessModel> models,
      Map<String, ActionEffect> effects,
      Optional<HoldOut> holdOut) {
    public Snapshot {
      models = Map.copyOf(models);
      effects = Map.copyOf(effects);
    }
  }

  private final LibraryStore library;
  private final EffectStore effects;
  private final Supplier<Future<byte[]>> secret;
  private final ZoneId zone;
  private volatile Snapshot now;

  /** With the program's own actions until {@link #reload}; {@code secret} is what hold-outs are drawn with. */
  public CurrentCatalogue(
      LibraryStore library, EffectStore effects, Supplier<Future<byte[]>> secret, ZoneId zone) {
    this.library = library;
    this.effects = effects;
    this.secret = secret;
    this.zone = zone;
    this.now = new Snapshot(
        CompiledCatalogue.of(BuiltInActions.catalogue(), zone),
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  /** As last read. */
  public Snapshot now() {
    return now;
  }

  /** The company's time zone, for first and last days. */
  public ZoneId zone() {
    return zone;
  }

  /** Reads everything again; after a failure it stays as it was. */
  public Future<Void> reload() {
    return secret
        .get()
        .compose(key -> library
            .all()
            .compose(entries -> effects
                .models()
                .compose(models -> effects.effects().map(measured -> {
                  ActionCatalogue live = merged(entries);
                  CompiledCatalogue compiled = live.equals(now.compiled().catalogue())
                      ? now.compiled()
                      : CompiledCatalogue.of(live, zone);
                  now = new Snapshot(compiled, models, measured, Optional.of(new HoldOut(key)));
                  return null;
                }))));
  }

  /** The program's own ones, and the live ones of {@code entries}, which replace those of their name. */
  static ActionCatalogue merged(List<LibraryEntry> entries) {
    ActionCatalogue program = BuiltInActions.catalogue();
    Map<String, ActionVersion> actions = new LinkedHashMap<>();
    program.actions().forEach(one -> actions.put(one.action().name(), one));
    Map<String, Veto> vetoes = new LinkedHashMap<>();
    program.vetoes().forEach(one -> vetoes.put(one.name(), one));
    for (LibraryEntry entry : entries) {
      if (entry.state() == ActionState.LIVE) {
        add(entry, actions, vetoes);
      }
    }
    return new ActionCatalogue(new ArrayList<>(actions.values()), new ArrayList<>(vetoes.values()));
  }

  private static void add(
      LibraryEntry entry, Map<String, ActionVersion> actions, Map<String, Veto> vetoes) {
    try {
      if (entry.kind() == EntryKind.ACTION) {
        actions.put(entry.name(), version(entry));
      } else {
        vetoes.put(entry.name(), VetoReader.read(entry.document()));
      }
    } catch (ConnectorError e) {
      LOG.warn("{} {} is of another release and is left out", entry.kind(), entry.name());
    }
  }

  /** The action of {@code entry}; {@code ConnectorError} when this release cannot read it. */
  static ActionVersion version(LibraryEntry entry) {
    return new ActionVersion(
        ActionReader.read(entry.document()),
        entry.version(),
        entry.state(),
        entry.author(),
        entry.at(),
        entry.change());
  }
}
