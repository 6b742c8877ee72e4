package shopbell.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import shopbell.model.Agent;
import shopbell.security.Caller;
import shopbell.security.ClientAddress;
import shopbell.security.Gate;
import shopbell.security.Origins;
import shopbell.security.SignIn;
import shopbell.wire.Fields;

/** Signing in and out, and who am I. */
public final class SessionCalls {
  /** Sorts behind the session's cookie, which clients may take as the first one. */
  private static final String DEVICE = "shopbell_trusted_device";

  private static final int LONGEST = 1_000;

  private final SignIn signIn;
  private final Gate gate;
  private final Origins origins;
  private final ClientAddress addresses;
  private final Locale locale;
  private final boolean secure;
  private final String path;

  /**
   * How browsers reach us: which pages are ours, which proxies are, in what language, whether by https, and below which path
   * (with a slash at its end).
   */
  public record Surroundings(
      Origins origins, ClientAddress addresses, Locale locale, boolean secure, String path) {}

  public SessionCalls(SignIn signIn, Gate gate, Surroundings surroundings) {
    this.signIn = signIn;
    this.gate = gate;
    this.origins = surroundings.origins();
    this.addresses = surroundings.addresses();
    this.locale = surroundings.locale();
    this.secure = surroundings.secure();
    this.path = surroundings.path();
  }

  /** Signing in needs no session; the others come behind the gate. */
  public void mount(Router api) {
    api.post("/session").handler(this::open);
    api.get("/session").handler(gate).handler(ctx -> answer(ctx, Caller.of(ctx).person()));
    api.delete("/session").handler(gate).handler(this::close);
  }

  private void open(RoutingContext ctx) {
    origins.check(ctx.request());
    Fields body = Body.of(ctx);
    Cookie device = ctx.request().getCookie(DEVICE);
    SignIn.Attempt attempt = new SignIn.Attempt(
        body.text("name", 100),
        body.exact("password", LONGEST).orElse(""),
        addresses.of(ctx.request()),
        device == null ? "" : device.getValue());
    signIn.open(attempt).onFailure(ctx::fail).onSuccess(opened -> {
      ctx.response()
          .addCookie(cookie(Gate.COOKIE, opened.token()).setMaxAge(SignIn.SESSION.toSeconds()))
          .addCookie(cookie(DEVICE, opened.device()).setMaxAge(SignIn.DEVICE.toSeconds()));
      answer(ctx, opened.agent());
    });
  }

  private void close(RoutingContext ctx) {
    gate.leave(ctx.request()).onFailure(ctx::fail).onSuccess(left -> {
      ctx.response().addCookie(cookie(Gate.COOKIE, "").setMaxAge(0));
      Answers.nothing(ctx);
    });
  }

  private void answer(RoutingContext ctx, Agent agent) {
    Answers.json(ctx, 200, Map.of("agent", agent, "locale", locale.getLanguage()));
  }

  private Cookie cookie(String name, String token) {
    return Cookie.cookie(name, token)
        .setPath(path)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(secure);
  }
}
