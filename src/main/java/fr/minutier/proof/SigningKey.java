package fr.minutier.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * The office's private key. ECDSA on P-256 with SHA-256 and the nonce of RFC 6979: the same claim gives the same
 * signature, whenever and wherever it is signed. Safe for use by several threads at once.
 */
public final class SigningKey {
    private static final int HALF = 32;

    private final ECPrivateKeyParameters key;
    private final String id;

    SigningKey(ECPrivateKey key) {
        this.key = new ECPrivateKeyParameters(key.getS(), Curve.DOMAIN);
        this.id = PublicKeys.id(Curve.publicKey(key.getS()));
    }

    /** Names the key in its codes and its file: the first eight hexadecimal digits of the SHA-256 of the public key. */
    public String id() {
        return id;
    }

    /** The code of a claim: its fields, the id of the key, and the signature of all that in base64url. */
    public String sign(Claim claim) {
        String signed = claim.text() + Claim.BETWEEN + id;
        // The signer keeps state: one for each signature.
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] halves = signer.generateSignature(sha256(signed.getBytes(StandardCharsets.UTF_8)));
        byte[] signature = new byte[2 * HALF];
        put(halves[0], signature, 0);
        put(halves[1], signature, HALF);
        return signed + Claim.BETWEEN + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** A number, big end first, in the 32 bytes that begin there. */
    private static void put(BigInteger number, byte[] into, int start) {
        byte[] bytes = number.toByteArray();
        byte[] digits = bytes.length > HALF ? Arrays.copyOfRange(bytes, bytes.length - HALF, bytes.length) : bytes;
        System.arraycopy(digits, 0, into, start + HALF - digits.length, digits.length);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
