package shopbell.api.admin;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import shopbell.http.JsonResponses;
import shopbell.http.RequestBody;
import shopbell.json.JsonFields;
import shopbell.model.Rejected;
import shopbell.model.decision.ActionState;
import shopbell.nextaction.ActionLibrary;
import shopbell.nextaction.LibraryDraft;
import shopbell.nextaction.LibraryEntry;
import shopbell.nextaction.LibraryEntry.EntryKind;
import shopbell.security.Principal;

/** Calls to read and change the library of actions and vetoes; for administrators. */
public final class LibraryApi {
  private static final int LONGEST = 500;
  private static final int LONGEST_DOCUMENT = 100_000;

  private final ActionLibrary library;

  public LibraryApi(ActionLibrary library) {
    this.library = library;
  }

  /** Requires authentication. */
  public void mount(Router api) {
    api.route("/actions*").handler(Principal::onlyAdministrators);
    api.route("/vetoes*").handler(Principal::onlyAdministrators);
    api.get("/actions").handler(this::all);
    api.get("/actions/:id").handler(ctx -> one(ctx, EntryKind.ACTION));
    api.post("/actions").handler(ctx -> create(ctx, EntryKind.ACTION));
    api.put("/actions/:id").handler(ctx -> change(ctx, EntryKind.ACTION));
    api.get("/vetoes/:id").handler(ctx -> one(ctx, EntryKind.VETO));
    api.post("/vetoes").handler(ctx -> create(ctx, EntryKind.VETO));
    api.put("/vetoes/:id").handler(ctx -> change(ctx, EntryKind.VETO));
  }

  private void all(RoutingContext ctx) {
    library
        .titles(EntryKind.ACTION)
        .compose(actions -> library.titles(EntryKind.VETO).map(vetoes -> {
          Map<String, Object> keys = new LinkedHashMap<>();
          keys.put("items", actions.stream().map(LibraryApi::newest).toList());
          keys.put("vetoes", vetoes.stream().map(LibraryApi::newest).toList());
          keys.put("next", null);
          return keys;
        }))
        .onFailure(ctx::fail)
        .onSuccess(keys -> JsonResponses.json(ctx, 200, keys));
  }

  private void one(RoutingContext ctx, EntryKind kind) {
    library
        .title(kind, id(ctx))
        .map(title -> {
          Map<String, Object> keys = head(title);
          keys.put(
              "versions", title.versions().stream().map(LibraryApi::version).toList());
          return keys;
        })
        .onFailure(ctx::fail)
        .onSuccess(keys -> JsonResponses.json(ctx, 200, keys));
  }

  private void create(RoutingContext ctx, EntryKind kind) {
    JsonFields body = RequestBody.of(ctx);
    library
        .save(draft(ctx, kind, body), Optional.empty())
        .onFailure(ctx::fail)
        .onSuccess(entry -> JsonResponses.json(ctx, 201, named(entry)));
  }

  private void change(RoutingContext ctx, EntryKind kind) {
    JsonFields body = RequestBody.of(ctx);
    Optional<ActionState> state = body.word("state", ActionState.class);
    state
        .map(to -> library.move(
            kind,
            id(ctx),
            body.integer("version").orElseThrow(() -> body.refuse("version", "is missing")),
            to))
        .orElseGet(() -> library.save(draft(ctx, kind, body), Optional.of(id(ctx))))
        .onFailure(ctx::fail)
        .onSuccess(entry -> JsonResponses.json(ctx, 200, named(entry)));
  }

  private static LibraryDraft draft(RoutingContext ctx, EntryKind kind, JsonFields body) {
    return new LibraryDraft(
        kind,
        document(ctx, kind, body)
            .orElseThrow(() -> body.refuse(kind.toString(), "or yaml is missing")),
        Principal.of(ctx).actor(),
        body.optional("change", LONGEST).orElse(""));
  }

  /** The YAML of the body, or its object as JSON; empty without both. */
  static Optional<String> document(RoutingContext ctx, EntryKind kind, JsonFields body) {
    return body.has("yaml")
        ? body.exact("yaml", LONGEST_DOCUMENT)
        : body.object(kind.toString())
            .map(given -> RequestBody.tree(ctx).get(kind.toString()).toString());
  }

  static String id(RoutingContext ctx) {
    return ctx.pathParam("id").replace("\0", "");
  }

  private static Map<String, Object> head(ActionLibrary.Title title) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", title.name());
    keys.put("builtIn", title.ofTheProgram());
    keys.put("live", title.live());
    return keys;
  }

  private static Map<String, Object> newest(ActionLibrary.Title title) {
    Map<String, Object> keys = head(title);
    keys.putAll(version(title.versions().get(0)));
    return keys;
  }

  private static Map<String, Object> named(LibraryEntry entry) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", entry.name());
    keys.putAll(version(entry));
    return keys;
  }

  private static Map<String, Object> version(LibraryEntry entry) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("version", entry.version());
    keys.put("state", entry.state());
    keys.put("author", entry.author());
    keys.put("at", Optional.of(entry.at()).filter(at -> !entry.ofTheProgram()));
    keys.put("change", entry.change());
    keys.put(entry.kind().toString(), document(entry));
    keys.put("yaml", entry.document());
    return keys;
  }

  /** Null for a document of another release. */
  private static Map<String, Object> document(LibraryEntry entry) {
    try {
      return LibraryDraft.keys(entry.kind(), entry.document());
    } catch (Rejected e) {
      return null;
    }
  }
}
