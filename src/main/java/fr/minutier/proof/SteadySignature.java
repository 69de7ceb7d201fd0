package fr.minutier.proof;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * Makes the signatures of a {@link SigningKey}, which it is apart from: the library's jar is signed itself, and finding
 * that in order costs a start without key dearly.
 */
final class SteadySignature {
    private static final int HALF = 32;

    private final ECPrivateKeyParameters key;

    SteadySignature(BigInteger secret) {
        this.key = new ECPrivateKeyParameters(secret, Curve.DOMAIN);
    }

    /** Both halves of the signature, one after the other, in 64 bytes. */
    byte[] over(byte[] digest) {
        // The signer keeps state: one for each signature.
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] halves = signer.generateSignature(digest);
        byte[] signature = new byte[2 * HALF];
        put(halves[0], signature, 0);
        put(halves[1], signature, HALF);
        return signature;
    }

    /** A number, big end first, in the 32 bytes that begin there. */
    private static void put(BigInteger number, byte[] into, int start) {
        byte[] bytes = number.toByteArray();
        byte[] digits = bytes.length > HALF ? Arrays.copyOfRange(bytes, bytes.length - HALF, bytes.length) : bytes;
        System.arraycopy(digits, 0, into, start + HALF - digits.length, digits.length);
    }
}
