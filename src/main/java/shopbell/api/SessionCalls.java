package shopbell.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import shopbell.model.Agent;
import shopbell.security.Caller;
import shopbell.security.Gate;
import shopbell.security.Origins;
import shopbell.security.SignIn;
import shopbell.wire.Fields;

/** Signing in and out, and who am I. */
public final class SessionCalls {
  private static final int LONGEST = 1_000;

  private final SignIn signIn;
  private final Gate gate;
  private final Origins origins;
  private final Locale locale;
  private final boolean secure;

  /** {@code secure} when browsers come by https. */
  public SessionCalls(SignIn signIn, Gate gate, Origins origins, Locale locale, boolean secure) {
    this.signIn = signIn;
    this.gate = gate;
    this.origins = origins;
    this.locale = locale;
    this.secure = secure;
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
    String address = ctx.request().remoteAddress().hostAddress();
    signIn
        .open(body.text("name", 100), body.exact("password", LONGEST).orElse(""), address)
        .onFailure(ctx::fail)
        .onSuccess(opened -> {
          ctx.response().addCookie(cookie(opened.token()).setMaxAge(SignIn.SESSION.toSeconds()));
          answer(ctx, opened.agent());
        });
  }

  private void close(RoutingContext ctx) {
    gate.leave(ctx.request()).onFailure(ctx::fail).onSuccess(left -> {
      ctx.response().addCookie(cookie("").setMaxAge(0));
      Answers.nothing(ctx);
    });
  }

  private void answer(RoutingContext ctx, Agent agent) {
    Answers.json(ctx, 200, Map.of("agent", agent, "locale", locale.getLanguage()));
  }

  private Cookie cookie(String token) {
    return Cookie.cookie(Gate.COOKIE, token)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(secure);
  }
}
