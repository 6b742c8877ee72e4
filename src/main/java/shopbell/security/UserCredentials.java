package shopbell.security;

import io.vertx.core.Future;
import shopbell.model.Agent;
import shopbell.model.Rejected;

/** Checks a name with its password and second factor. */
public record UserCredentials(Users users, Passwords passwords, SecondFactorCheck second) {
  /** A user whose password, and code where one is needed, were right. */
  record Proven(Agent agent, boolean secondFactor) {}

  /**
   * Fails with UNAUTHENTICATED without saying which of name and password was wrong, of the type CODE for a right password
   * without a right code; with CROWDED while too many passwords are being compared.
   */
  Future<Proven> prove(SignIn.Attempt attempt, boolean known) {
    return users
        .find(attempt.name())
        .compose(found -> passwords
            .fits(attempt.password(), found.map(Users.Account::hash), known)
            .map(fits -> found
                .filter(account -> fits)
                .map(Users.Account::agent)
                .orElseThrow(() ->
                    new Rejected(Rejected.Reason.UNAUTHENTICATED, "Name or password is wrong."))))
        .compose(
            agent -> second.pass(agent.name(), attempt.code()).map(has -> new Proven(agent, has)));
  }
}
