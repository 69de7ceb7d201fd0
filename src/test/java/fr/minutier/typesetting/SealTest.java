package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sealed act is a PAdES baseline B document, archival and accessible as before. */
class SealTest {
    private static final Instant NOW = Instant.parse("2026-06-30T22:00:00Z");
    private static final Typesetter TYPESETTER = new Typesetter(Style.load(Path.of("templates/style.yaml")));

    @TempDir
    Path folder;

    private byte[] sealed(String algorithm) throws Exception {
        Path file = folder.resolve(algorithm + ".p12");
        if (!Files.exists(file)) {
            Seals.file(file, algorithm);
        }
        Seal seal = SealFile.read(file, Seals.PASSWORD, NOW);
        return TYPESETTER.print(Acts.statement(), Acts.IMPRINT, Optional.of(seal));
    }

    private static boolean isValid(byte[] pdf, PDSignature signature) throws Exception {
        byte[] cms;
        try (ASN1InputStream in = new ASN1InputStream(signature.getContents(pdf))) {
            cms = in.readObject().getEncoded(); // without the zeros that fill the room
        }
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(pdf)), cms);
        SignerInformation signer = data.getSignerInfos().iterator().next();
        X509CertificateHolder certificate =
                data.getCertificates().getMatches(null).iterator().next();
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
        var named = SigningCertificateV2.getInstance(signer.getSignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .getAttrValues()
                .getObjectAt(0));
        assertThat(named.getCerts()[0].getCertHash())
                .isEqualTo(java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (org.bouncycastle.cms.CMSSignerDigestMismatchException e) {
            return false;
        }
    }

    private static PDSignature signature(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            return document.getLastSignatureDictionary();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void the_seal_covers_every_byte_but_itself_and_holds(String algorithm) throws Exception {
        byte[] pdf = sealed(algorithm);
        PDSignature signature = signature(pdf);
        assertThat(signature.getFilter()).isEqualTo("Adobe.PPKLite");
        assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        int[] range = signature.getByteRange();
        assertThat(range[0]).isZero();
        assertThat((char) pdf[range[1]]).isEqualTo('<');
        assertThat((char) pdf[range[2] - 1]).isEqualTo('>');
        assertThat(range[2] + range[3]).isEqualTo(pdf.length);
        assertThat(isValid(pdf, signature)).isTrue();

        byte[] altered = pdf.clone();
        altered[pdf.length - 20] ^= 1;
        assertThat(isValid(altered, signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void a_sealed_act_is_archival_and_accessible_and_the_same_each_time(String algorithm) throws Exception {
        byte[] pdf = sealed(algorithm);
        Conformance.assertArchivalAndAccessible(pdf);
        assertThat(Arrays.equals(sealed(algorithm), pdf)).isTrue();
    }

    @Test
    void a_seal_of_an_elliptic_curve_costs_few_bytes() throws Exception {
        assertThat(sealed("EC").length - TYPESETTER.print(Acts.statement(), Acts.IMPRINT).length)
                .isLessThan(6000);
    }

    @Test
    void what_cannot_be_used_is_told_in_one_sentence() throws Exception {
        Path file = Seals.file(folder.resolve("sceau.p12"), "EC");
        refused(folder.resolve("absent.p12"), Seals.PASSWORD, NOW, "n’existe pas");
        refused(file, "autre", NOW, "mot de passe refusé");
        refused(file, Seals.PASSWORD, Instant.parse("2030-06-30T00:00:00Z"), "a expiré le 31/12/2029");
        refused(file, Seals.PASSWORD, Instant.parse("2025-06-30T00:00:00Z"), "valable qu’après le 01/01/2026");
        refused(Files.writeString(folder.resolve("texte"), "bonjour"), Seals.PASSWORD, NOW, "ouvert à d’autres");
        Files.setPosixFilePermissions(folder.resolve("texte"), PosixFilePermissions.fromString("rw-------"));
        refused(folder.resolve("texte"), Seals.PASSWORD, NOW, "n’est pas au format");
    }

    private static void refused(Path file, String password, Instant now, String why) {
        assertThatThrownBy(() -> SealFile.read(file, password, now))
                .isInstanceOf(UnusableSeal.class)
                .hasMessageContaining(why);
    }
}
