package fr.minutier.typesetting;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What many files have in common, to the byte, compressed once as well as can be: statements of one form have the same
 * fonts and the same structure, whatever marks they bear. Shared by threads; what it gives depends on nothing but what it
 * is given.
 */
final class Alike {
    /** So many are kept at most, each of some 12 kB. */
    private static final int KEPT = 200;

    private static final class Key {
        private final byte[] bytes;

        private Key(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(bytes, key.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    private final Map<Key, byte[]> known = new ConcurrentHashMap<>();

    /** The bytes compressed; they are not to be changed afterwards. */
    byte[] deflated(byte[] bytes) {
        Key key = new Key(bytes);
        byte[] deflated = known.get(key);
        if (deflated == null) {
            deflated = FontSubset.deflated(bytes);
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(key, deflated);
        }
        return deflated;
    }
}
