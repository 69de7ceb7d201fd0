package fr.minutier.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.CollectionStore;

/**
 * Makes the signatures of a {@link Seal}, which it is apart from: the library's jars are signed themselves, and finding
 * that in order costs a start without seal dearly. Safe for use by several threads at once.
 */
final class DetachedSignature {
    private final PrivateKey key;
    private final String algorithm;
    private final List<X509CertificateHolder> chain = new ArrayList<>();
    private final Attribute signingCertificate;

    /**
     * Signs with a key and its certificates.
     *
     * @param key of RSA, or of an elliptic curve
     * @param chain the encoded certificates, that of the key first
     * @param digest SHA-256 of the first certificate
     * @throws GeneralSecurityException for a key of another kind, or a certificate that is none
     */
    DetachedSignature(PrivateKey key, List<byte[]> chain, byte[] digest) throws GeneralSecurityException {
        this.key = key;
        this.algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> throw new GeneralSecurityException("neither RSA nor EC: " + key.getAlgorithm());
        };
        try {
            for (byte[] certificate : chain) {
                this.chain.add(new X509CertificateHolder(certificate));
            }
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        this.signingCertificate = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest))));
    }

    /** A detached CMS over these bytes, in DER. */
    byte[] over(byte[] content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                    .setSignedAttributeGenerator(parameters -> new DefaultSignedAttributeTableGenerator(
                                    new AttributeTable(signingCertificate))
                            .getAttributes(parameters)
                            .remove(CMSAttributes.signingTime))
                    .build(new Signer(), chain.getFirst()));
            generator.addCertificates(new CollectionStore<>(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers the signed attributes and signs them. */
    private final class Signer implements ContentSigner {
        private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
        }

        @Override
        public OutputStream getOutputStream() {
            return gathered;
        }

        @Override
        public byte[] getSignature() {
            try {
                return key.getAlgorithm().equals("EC") ? ecdsa() : rsa();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] rsa() throws GeneralSecurityException {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(gathered.toByteArray());
            return signature.sign();
        }

        /** Java's own ECDSA draws its nonce by chance. */
        private byte[] ecdsa() throws GeneralSecurityException, IOException {
            ECPrivateKeyParameters secret =
                    ECPrivateKeyParameters.class.cast(PrivateKeyFactory.createKey(key.getEncoded()));
            ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, secret);
            BigInteger[] halves = signer.generateSignature(Seal.sha256(gathered.toByteArray()));
            return StandardDSAEncoding.INSTANCE.encode(secret.getParameters().getN(), halves[0], halves[1]);
        }
    }
}
