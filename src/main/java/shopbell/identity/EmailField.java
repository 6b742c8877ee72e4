package shopbell.identity;

import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The e-mail addresses in one field of another system: none, one or several, and whether a part of the field cannot be
 * read.
 *
 * <p>An address has one form: small letters, composed (NFC), its domain in letters rather than in punycode (RFC 3492),
 * without a display name, {@code mailto:} and invisible characters.
 *
 * @param addresses each once, in the order of the field
 */
record EmailField(List<String> addresses, boolean unreadable) {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern IN_ANGLES = Pattern.compile("<\\s*([^<>]*@[^<>]*)>");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern ADDRESS = Pattern.compile(
      "[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.-]*[\\p{L}\\p{M}\\p{N}])?");

  EmailField {
    addresses = List.copyOf(addresses);
  }

  /** Parses a field as it was sent. */
  static EmailField read(String raw) {
    if (raw.length() > LONGEST) {
      return new EmailField(List.of(), true);
    }
    Set<String> found = new LinkedHashSet<>();
    boolean unreadable = false;
    for (String part : bare(visible(raw)).split("[\\s,;|]+", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      Optional<String> address = address(part);
      address.ifPresent(found::add);
      unreadable |= address.isEmpty();
    }
    return new EmailField(List.copyOf(found), unreadable);
  }

  private static String visible(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().forEach(c -> {
      int type = Character.getType(c);
      if (type == Character.SPACE_SEPARATOR || Character.isWhitespace(c)) {
        text.append(' ');
      } else if (type != Character.FORMAT && type != Character.CONTROL) {
        text.appendCodePoint(c);
      }
    });
    return text.toString();
  }

  /** The addresses alone: in angle brackets where there are any, without the names and comments beside them. */
  private static String bare(String text) {
    Matcher angles = IN_ANGLES.matcher(text);
    StringBuilder inside = new StringBuilder();
    String outside = text;
    while (angles.find()) {
      inside.append(' ').append(angles.group(1).strip());
      outside = outside.replace(angles.group(), ";");
    }
    if (inside.isEmpty()) {
      return COMMENT.matcher(text).replaceAll(" ");
    }
    // in a list, some addresses have no name and others do
    for (String part : QUOTED.matcher(outside).replaceAll("").split("[;,]", -1)) {
      if (part.contains("@")) {
        inside.append(' ').append(part.strip());
      }
    }
    return inside.toString();
  }

  private static Optional<String> address(String part) {
    String text = part.replaceFirst("(?i)^mailto:", "");
    if (!text.equals(part)) {
      text = decoded(text.replaceFirst("\\?.*$", ""));
    }
    text = text.replaceFirst("^['\"]+", "").replaceFirst("['\".]+$", "");
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    String whole =
        (text.substring(0, at) + "@" + domain(text.substring(at + 1))).toLowerCase(Locale.ROOT);
    String composed = Normalizer.normalize(whole, Normalizer.Form.NFC);
    return Optional.of(composed).filter(address -> ADDRESS.matcher(address).matches());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a percent sign without an escape
      return text;
    }
  }

  /** Full-width dots and letters equal the ordinary ones in a domain (RFC 5895). */
  private static String domain(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replace('\u3002', '.')
        .toLowerCase(Locale.ROOT);
    return IDN.toUnicode(plain);
  }
}
