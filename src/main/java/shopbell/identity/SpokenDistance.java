package shopbell.identity;

import java.util.List;

/**
 * The number of misheard letters and digits: insertions, omissions and substitutions; a substitution by a similar sound
 * counts half.
 */
final class SpokenDistance {
  /** Letters and digits whose names sound alike, in any of the languages. */
  private static final List<String> SOUND_ALIKE =
      List.of("bpdtgvec3", "mn", "sfx", "a8hkj", "iy1", "o0u", "59i", "qu2", "lr");

  private static final int PLAIN = 128;
  private static final int[] SOUNDS = sounds();
  private static final double NEARLY = 0.5;

  private SpokenDistance() {}

  private static int[] sounds() {
    int[] sounds = new int[PLAIN];
    for (int i = 0; i < SOUND_ALIKE.size(); i++) {
      int sound = 1 << i;
      SOUND_ALIKE.get(i).chars().forEach(letter -> sounds[letter] |= sound);
    }
    return sounds;
  }

  /** 1 for the same, 0 when all differs. */
  static double alike(String a, String b) {
    int longest = Math.max(a.length(), b.length());
    return longest == 0 ? 0 : 1 - of(a, b) / longest;
  }

  static double of(String a, String b) {
    double[] row = new double[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      double corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        double changed = corner + change(a.charAt(i - 1), b.charAt(j - 1));
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static double change(char a, char b) {
    if (a == b) {
      return 0;
    }
    return a < PLAIN && b < PLAIN && (SOUNDS[a] & SOUNDS[b]) != 0 ? NEARLY : 1;
  }
}
