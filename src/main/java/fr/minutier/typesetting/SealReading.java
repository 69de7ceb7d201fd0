package fr.minutier.typesetting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * What the seal of a document says of its bytes.
 *
 * @param intact whether every byte under the seal is as it was sealed
 * @param added bytes that follow what was sealed; 0 when the seal covers the document to its end
 * @param signer the name in the certificate, which is not checked against any authority
 */
public record SealReading(boolean intact, int added, String signer) {
    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*\\]");

    /** Reads the seal of a document; empty when there is none that can be read. */
    public static Optional<SealReading> of(byte[] pdf) {
        Matcher range = RANGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        if (!range.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(range.group(1));
        int firstEnd = first + Integer.parseInt(range.group(2));
        int second = Integer.parseInt(range.group(3));
        int secondEnd = second + Integer.parseInt(range.group(4));
        if (first != 0 || firstEnd + 2 > second || second > secondEnd || secondEnd > pdf.length) {
            return Optional.of(new SealReading(false, 0, ""));
        }
        byte[] covered = new byte[firstEnd + secondEnd - second];
        System.arraycopy(pdf, 0, covered, 0, firstEnd);
        System.arraycopy(pdf, second, covered, firstEnd, secondEnd - second);
        String hex = new String(pdf, firstEnd + 1, second - firstEnd - 2, StandardCharsets.ISO_8859_1);
        return Optional.of(read(covered, hex, pdf.length - secondEnd));
    }

    private static SealReading read(byte[] covered, String hex, int added) {
        try (ASN1InputStream in = new ASN1InputStream(HexFormat.of().parseHex(hex))) {
            CMSSignedData signed =
                    new CMSSignedData(new CMSProcessableByteArray(covered), ContentInfo.getInstance(in.readObject()));
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            X509CertificateHolder certificate = signed.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .findFirst()
                    .orElseThrow();
            return new SealReading(verifies(signer, certificate), added, name(certificate));
        } catch (IOException | CMSException | RuntimeException e) {
            return new SealReading(false, added, ""); // what lies there is no signature any more
        }
    }

    private static boolean verifies(SignerInformation signer, X509CertificateHolder certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException | OperatorCreationException | CertificateException e) {
            return false; // among others: the digest of the bytes is not the one that was signed
        }
    }

    private static String name(X509CertificateHolder certificate) {
        var names = certificate.getSubject().getRDNs(BCStyle.CN);
        return names.length == 0
                ? certificate.getSubject().toString()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }
}
