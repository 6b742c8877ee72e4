package shopbell.model.event;

import java.util.Optional;
import shopbell.model.Rejected;

/**
 * A visitor of the shop's own pages: signed in, known by a cookie, or both. At least one is present.
 *
 * @param user the shop's own id of a person who is signed in
 * @param cookie the id of the browser or app, before and after signing in
 * @param userHash the hash the shop's server made of {@code user}, as it was sent
 * @param proven {@code userHash} is valid: the shop's server vouches for {@code user}; a page with a write key alone
 *     never does
 */
public record Visitor(
    Optional<String> user, Optional<String> cookie, Optional<String> userHash, boolean proven) {
  private static final int LONGEST = 180;

  public Visitor {
    if (user.isEmpty() && cookie.isEmpty()) {
      throw Rejected.field("/userId", "request neither has anonymousId nor userId");
    }
    if (user.filter(Visitor::bad).isPresent()) {
      throw Rejected.field("/userId", "has 1 to " + LONGEST + " characters");
    }
    if (cookie.filter(Visitor::bad).isPresent()) {
      throw Rejected.field("/anonymousId", "has 1 to " + LONGEST + " characters");
    }
  }

  private static boolean bad(String id) {
    return id.isBlank() || id.length() > LONGEST;
  }
}
