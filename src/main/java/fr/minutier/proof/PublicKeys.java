package fr.minutier.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The public keys that an office trusts, by their ids: the one in use and those before it. */
public final class PublicKeys {
    private static final int ID_DIGITS = 8;

    private final Map<String, ECPublicKey> keys;

    PublicKeys(Map<String, ECPublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    boolean knows(String id) {
        return keys.containsKey(id);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Reads a code, however spaces and line ends fared on the way here, and checks its signature. */
    public Reading read(String code) {
        String plain = Claim.plain(code);
        int signatureAt = plain.lastIndexOf(Claim.BETWEEN);
        int idAt = signatureAt < 0 ? -1 : plain.lastIndexOf(Claim.BETWEEN, signatureAt - 1);
        Optional<Claim> claim = idAt < 0 ? Optional.empty() : Claim.of(plain.substring(0, idAt));
        if (claim.isEmpty()) {
            return new Reading.NoCode();
        }
        String id = plain.substring(idAt + 1, signatureAt);
        ECPublicKey key = keys.get(id);
        if (key == null) {
            return new Reading.UnknownKey(claim.get(), id);
        }
        return isSigned(plain.substring(0, signatureAt), plain.substring(signatureAt + 1), key)
                ? new Reading.Signed(claim.get())
                : new Reading.Forged(claim.get());
    }

    private static boolean isSigned(String text, String signature, ECPublicKey key) {
        try {
            byte[] halves = Base64.getUrlDecoder().decode(signature);
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(halves);
        } catch (IllegalArgumentException | SignatureException e) {
            return false; // not base64url, or not of that length
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA", e);
        }
    }

    static String id(ECPublicKey key) {
        return HexFormat.of().formatHex(SigningKey.sha256(key.getEncoded())).substring(0, ID_DIGITS);
    }
}
