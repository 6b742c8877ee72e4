package shopbell.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A user account that can sign in.
 *
 * @param aliases how telephony and chat systems call this user: extension, e-mail, vendor user id
 * @param queues the queues of which this user sees the waiting calls; empty means every queue
 */
public record Agent(String name, Role role, List<String> aliases, List<String> queues) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+ -]{0,99}");

  public Agent {
    if (!NAME.matcher(name).matches()) {
      throw Rejected.field("/name", "a name has 1 to 100 letters, digits, blanks or . _ @ + -");
    }
    aliases = List.copyOf(aliases);
    queues = List.copyOf(queues);
  }
}
