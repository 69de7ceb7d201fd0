package fr.minutier.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;

/**
 * The office's private key. ECDSA on P-256 with SHA-256 and the nonce of RFC 6979: the same claim gives the same
 * signature, whenever and wherever it is signed. Safe for use by several threads at once.
 */
public final class SigningKey {
    private final SteadySignature signature;
    private final String id;

    SigningKey(ECPrivateKey key) {
        this.signature = new SteadySignature(key.getS());
        this.id = PublicKeys.id(Curve.publicKey(key.getS()));
    }

    /** Names the key in its codes and its file: the first eight hexadecimal digits of the SHA-256 of the public key. */
    public String id() {
        return id;
    }

    /** The code of a claim: its fields, the id of the key, and the signature of all that in base64url. */
    public String sign(Claim claim) {
        String signed = claim.text() + Claim.BETWEEN + id;
        byte[] bytes = signature.over(sha256(signed.getBytes(StandardCharsets.UTF_8)));
        return signed + Claim.BETWEEN + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
