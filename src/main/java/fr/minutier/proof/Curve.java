package fr.minutier.proof;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve P-256, of all keys here. */
final class Curve {
    private static final String NAME = "secp256r1";
    private static final X9ECParameters P_256 = CustomNamedCurves.getByName(NAME);
    static final ECDomainParameters DOMAIN = new ECDomainParameters(P_256);

    private Curve() {}

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(NAME));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    static ECPrivateKey privateKey(byte[] pkcs8) throws InvalidKeySpecException {
        return on(ECPrivateKey.class.cast(factory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8))));
    }

    static ECPublicKey publicKey(byte[] x509) throws InvalidKeySpecException {
        return on(ECPublicKey.class.cast(factory().generatePublic(new X509EncodedKeySpec(x509))));
    }

    /** The public key that belongs to a private one. */
    static ECPublicKey publicKey(BigInteger secret) {
        var point =
                new FixedPointCombMultiplier().multiply(P_256.getG(), secret).normalize();
        ECPoint place = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        try {
            ECKey model = ECPublicKey.class.cast(newPair().getPublic());
            return ECPublicKey.class.cast(factory().generatePublic(new ECPublicKeySpec(place, model.getParams())));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <K extends ECKey> K on(K key) throws InvalidKeySpecException {
        if (!key.getParams().getOrder().equals(P_256.getN())) {
            throw new InvalidKeySpecException("not on P-256");
        }
        return key;
    }

    private static KeyFactory factory() {
        try {
            return KeyFactory.getInstance("EC");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has EC", e);
        }
    }
}
