package fr.minutier.typesetting;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The seal of an office: signs a document as PAdES baseline B (a detached CMS with the signing certificate among its
 * signed attributes, ETSI EN 319 142-1). With RSA as with ECDSA, whose nonce is that of RFC 6979, the same bytes are
 * sealed with the same bytes. Safe for use by several threads at once.
 */
public final class Seal {
    /** Attributes, algorithms and a signature of RSA with 4096 bits take no more, in bytes. */
    private static final int ROOM_BESIDE_CERTIFICATES = 1600;

    private final DetachedSignature signature;
    private final String fingerprint;
    private final int room;

    /**
     * Takes a key and its certificates in hand.
     *
     * @param key of RSA, or of an elliptic curve
     * @param chain the certificate of the key first
     * @throws GeneralSecurityException for a key of another kind, or a certificate that cannot be encoded
     */
    Seal(PrivateKey key, Certificate... chain) throws GeneralSecurityException {
        List<byte[]> encoded = new ArrayList<>();
        int bytes = ROOM_BESIDE_CERTIFICATES;
        for (Certificate certificate : chain) {
            encoded.add(certificate.getEncoded());
            bytes += encoded.getLast().length;
        }
        byte[] digest = sha256(X509Certificate.class.cast(chain[0]).getEncoded());
        this.fingerprint = HexFormat.of().formatHex(digest);
        this.signature = new DetachedSignature(key, encoded, digest);
        this.room = bytes;
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The most bytes that {@link #sign} gives. */
    int room() {
        return room;
    }

    /** A detached CMS over these bytes, in DER. It bears no time: the document does. */
    byte[] sign(byte[] content) {
        return signature.over(content);
    }

    static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
