package shopbell.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of IP addresses in CIDR notation (RFC 4632, RFC 4291): an IPv4 or IPv6 address and the length of its prefix. */
@SuppressWarnings("ArrayRecordComponent") // equality is by the bytes
record AddressRange(byte[] base, int prefix) {
  private static final int BITS = 8;

  /** {@code 10.0.0.0/8}, {@code ::1}, {@code 192.0.2.7}; throws IllegalArgumentException for any other text. */
  static AddressRange of(String text) {
    String[] parts = text.strip().split("/", -1);
    byte[] base = literal(parts[0]);
    int most = base.length * BITS;
    if (parts.length > 2 || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
      throw new IllegalArgumentException("not a range of addresses");
    }
    int prefix = parts.length == 1 ? most : Integer.parseInt(parts[1]);
    if (prefix > most) {
      throw new IllegalArgumentException("a prefix of more than " + most + " bits");
    }
    return new AddressRange(base, prefix);
  }

  /** False for a text that is no literal address too: host names are never resolved. */
  boolean contains(String address) {
    byte[] other;
    try {
      other = literal(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (other.length != base.length) {
      return false;
    }
    int whole = prefix / BITS;
    int rest = prefix % BITS;
    int mask = 0xff << (BITS - rest) & 0xff;
    return Arrays.equals(base, 0, whole, other, 0, whole)
        && (rest == 0 || (base[whole] & mask) == (other[whole] & mask));
  }

  /** The bytes of a literal address; an IPv4 address written as IPv6 becomes IPv4. */
  static byte[] literal(String text) {
    // a colon or only digits and dots: Java does not query DNS for these
    if (!text.matches("[0-9.]+") && !text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw new IllegalArgumentException("not an IP address");
    }
    if (!text.contains(":") && !text.matches("\\d{1,3}([.]\\d{1,3}){3}")) {
      throw new IllegalArgumentException("not an IPv4 address");
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an IP address", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressRange range
        && range.prefix == prefix
        && Arrays.equals(range.base, base);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(base) + prefix;
  }
}
