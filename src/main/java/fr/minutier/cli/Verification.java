package fr.minutier.cli;

import fr.minutier.act.ActKind;
import fr.minutier.certification.FrenchDate;
import fr.minutier.deliberation.Verdict;
import fr.minutier.proof.Claim;
import fr.minutier.proof.PublicKeys;
import fr.minutier.proof.Reading;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.IssuedDecision;
import fr.minutier.register.IssuedFile;
import fr.minutier.register.RecordedAct;
import fr.minutier.register.RecordedFile;
import fr.minutier.register.Register;
import fr.minutier.typesetting.SealReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares documents, and the signed codes that they bear, with what the register issued. */
final class Verification {
    private final @Nullable Register register;
    private final Path folder;
    private final PublicKeys keys;

    /**
     * A verification.
     *
     * @param register open; null when there is none
     * @param folder where it lies, or was looked for
     * @param keys of the office
     */
    Verification(@Nullable Register register, Path folder, PublicKeys keys) {
        this.register = register;
        this.folder = folder;
        this.keys = keys;
    }

    /** What is found of a file: the register's own bytes, or not. */
    Finding of(Path file) throws IOException {
        String name = file + "\u00a0: ";
        String sha256 = Pdf.sha256(file);
        Optional<RecordedAct> found = register == null ? Optional.empty() : register.bySha256(sha256);
        if (register == null || found.isEmpty()) {
            Optional<RecordedFile> other = register == null ? Optional.empty() : register.fileBySha256(sha256);
            if (other.isPresent()) {
                return ofFile(name, other.get());
            }
            return new Finding(
                    ExitStatus.UNKNOWN,
                    name
                            + (Pdf.is(file)
                                    ? unknown(file)
                                    : "inconnu. Ce fichier n’est pas un PDF, et le registre ne le connaît pas."));
        }
        RecordedAct recorded = found.get();
        return recorded.current()
                ? new Finding(
                        ExitStatus.DONE,
                        name + "authentique et en vigueur. " + described(recorded) + draft(recorded.edition()) + ".")
                : new Finding(
                        ExitStatus.WITHDRAWN,
                        name + "authentique, mais retiré" + replacement(recorded, register) + ". " + described(recorded)
                                + draft(recorded.edition()) + ".");
    }

    /** A volume, a list or a report: authentic as the acts are, and never an act by itself. */
    private static Finding ofFile(String name, RecordedFile recorded) {
        Edition edition = recorded.edition();
        String described = (recorded.file().place() == IssuedFile.Place.GARDE ? "Pièce gardée" : "Fichier") + " «\u00a0"
                + recorded.file().path() + "\u00a0» de la session " + edition.session() + ", du "
                + FrenchDate.inWords(edition.takenUp()) + draft(edition) + ".";
        return recorded.current()
                ? new Finding(ExitStatus.DONE, name + "authentique et en vigueur. " + described)
                : new Finding(
                        ExitStatus.WITHDRAWN,
                        name + "authentique, mais retiré\u00a0: une édition plus récente de la session l’a remplacé. "
                                + described);
    }

    /** What is found of the text of a code that somebody read on paper. */
    Finding ofCode(String code) {
        return switch (keys.read(code)) {
            case Reading.NoCode none ->
                new Finding(
                        ExitStatus.UNKNOWN,
                        "Code inconnu. Ce texte n’est pas le code d’un acte, ou il n’est pas entier.");
            case Reading.UnknownKey stranger ->
                new Finding(
                        ExitStatus.UNKNOWN,
                        "Code inconnu. Il se dit signé par la clé " + stranger.key() + ", que «\u00a0" + folder
                                + "\u00a0» n’a pas\u00a0: rien de ce qu’il dit n’est prouvé.");
            case Reading.Forged forged ->
                new Finding(ExitStatus.UNKNOWN, "Code faux. Sa signature ne correspond pas à ce qu’il dit.");
            case Reading.Signed signed -> ofClaim(signed.claim());
        };
    }

    /** The claim was signed; the register says whether it still holds. */
    private Finding ofClaim(Claim claim) {
        String said = "Code authentique\u00a0: " + said(claim) + ". ";
        if (register == null) {
            return new Finding(ExitStatus.UNKNOWN, said + noRegister());
        }
        Optional<RecordedAct> found = register.byNumber(claim.number());
        if (found.isEmpty()) {
            return new Finding(ExitStatus.UNKNOWN, said + "Le registre ne connaît pas cet acte.");
        }
        RecordedAct recorded = found.get();
        if (!recorded.current()) {
            return new Finding(ExitStatus.WITHDRAWN, said + "Acte retiré" + replacement(recorded, register) + ".");
        }
        String difference = difference(claim, recorded);
        return difference.isEmpty()
                ? new Finding(ExitStatus.DONE, said + "Le registre le confirme\u00a0: l’acte est en vigueur.")
                : new Finding(
                        ExitStatus.WITHDRAWN,
                        said + "Mais une version plus récente l’a remplacé\u00a0: " + difference + ".");
    }

    /** Why a file that the register does not know may be one that was changed: what its code says against the rest. */
    private String unknown(Path file) throws IOException {
        Optional<String> subject = Pdf.subject(file);
        return unknown(Pdf.code(file), subject) + claimed(file, subject) + sealed(file);
    }

    /** What the act was under whose number the file goes, when the register has it. */
    private String claimed(Path file, Optional<String> subject) throws IOException {
        if (register == null || subject.isEmpty()) {
            return "";
        }
        String number = subject.get().substring(subject.get().lastIndexOf(' ') + 1);
        Optional<RecordedAct> original = register.byNumber(number);
        if (original.isEmpty()) {
            return "";
        }
        long bytes = original.get().act().bytes();
        long here = Files.size(file);
        return " Il se donne pour l’acte n°\u00a0" + number + "\u00a0; l’original "
                + (bytes == here ? "a la même taille et d’autres octets" : "a " + bytes + " octets, ce fichier " + here)
                + "\u00a0: comparez-le à «\u00a0" + original.get().edition().session() + "/"
                + original.get().act().path() + "\u00a0».";
    }

    /** What the seal says, which proves bytes and not that they were issued. */
    private static String sealed(Path file) throws IOException {
        return SealReading.of(Pdf.bytes(file))
                .map(seal -> seal.intact() && seal.added() == 0
                        ? " Son sceau («\u00a0" + seal.signer()
                                + "\u00a0») est intact\u00a0: ces octets sont ceux qui ont été scellés."
                        : seal.intact()
                                ? " Son sceau est intact, mais " + seal.added() + " octets ont été ajoutés après lui."
                                : " Son sceau est rompu\u00a0: des octets ont changé depuis qu’il a été apposé.")
                .orElse("");
    }

    private String unknown(Optional<String> code, Optional<String> subject) {
        Reading reading = code.map(keys::read).orElse(new Reading.NoCode());
        if (reading instanceof Reading.Signed signed) {
            Claim claim = signed.claim();
            boolean foreign = subject.isPresent() && !subject.get().endsWith(" " + claim.number());
            return "modifié. Son code, authentique, dit\u00a0: " + said(claim) + ". "
                    + (foreign
                            ? "Mais le document se donne pour un autre acte («\u00a0" + subject.get()
                                    + "\u00a0»)\u00a0: ce code n’est pas le sien."
                            : register == null
                                    ? noRegister()
                                    : "Mais le registre n’a pas délivré ce fichier\u00a0: comparez ce que dit le code avec"
                                            + " ce que dit le document, et demandez l’original.");
        }
        if (reading instanceof Reading.Forged) {
            return "modifié ou inconnu. Son code est faux\u00a0: la signature ne correspond pas à ce qu’il dit.";
        }
        if (reading instanceof Reading.UnknownKey stranger) {
            return "inconnu. Son code se dit signé par la clé " + stranger.key() + ", que ce registre n’a pas.";
        }
        return register == null
                ? "inconnu. " + noRegister()
                : "modifié ou inconnu. Le registre n’a délivré aucun document qui ait exactement ce contenu.";
    }

    private String noRegister() {
        return "Il n’y a pas de registre dans «\u00a0" + folder
                + "\u00a0»\u00a0: indiquez par --output le dossier des documents délivrés.";
    }

    private static String said(Claim claim) {
        LocalDate born = claim.born();
        return claim.kind() + " n°\u00a0" + claim.number()
                + (claim.holder().isEmpty() ? "" : ", " + claim.holder())
                + (born == null ? "" : ", date de naissance " + FrenchDate.inDigits(born)) + ", " + claim.decision()
                + ", acte du " + FrenchDate.inWords(claim.date()) + ", " + claim.issuer();
    }

    /** What the act in force under this number says otherwise; empty when it is the one that the code is of. */
    private String difference(Claim claim, RecordedAct recorded) {
        LocalDate day = recorded.issuing().takenUp();
        if (!day.equals(claim.date())) {
            return "celle du " + FrenchDate.inWords(day);
        }
        // An act of one block says the outcome of that block alone; all others of a candidate say his decision.
        return ActKind.of(recorded.act().kind())
                .filter(kind -> kind != ActKind.ATTESTATION_DE_BLOC)
                .flatMap(kind -> decision(recorded))
                .filter(verdict -> !claim.decision().endsWith(verdict.label()))
                .map(verdict -> "décision «\u00a0" + verdict.label() + "\u00a0»")
                .orElse("");
    }

    private Optional<Verdict> decision(RecordedAct recorded) {
        return register == null
                ? Optional.empty()
                : register.decisions(recorded.edition()).stream()
                        .filter(decision ->
                                decision.candidate().equals(recorded.act().candidate()))
                        .findFirst()
                        .map(IssuedDecision::decision)
                        .map(Verdict::valueOf);
    }

    private static String described(RecordedAct recorded) {
        IssuedAct act = recorded.act();
        return title(act) + ", session " + recorded.edition().session()
                + (act.candidate().isEmpty() ? "" : ", candidat n°\u00a0" + act.candidate())
                + ", acte du " + FrenchDate.inWords(recorded.issuing().takenUp());
    }

    private static String title(IssuedAct act) {
        return ActKind.of(act.kind()).map(ActKind::title).orElse(act.kind()) + " n°\u00a0" + act.number();
    }

    /** An authentic draft is still a draft. */
    private static String draft(Edition edition) {
        return edition.closing() == Closing.PROVISOIRE
                ? "\u00a0; projet d’une session provisoire, qui ne vaut pas décision"
                : "";
    }

    /** The same act of the edition in force stands at the same place. */
    private static String replacement(RecordedAct recorded, Register register) {
        String session = recorded.edition().session();
        Edition inForce = register.current(session).orElseThrow();
        return register.acts(inForce).stream()
                .filter(act -> act.path().equals(recorded.act().path()))
                .findFirst()
                .map(act -> ", remplacé par l’acte n°\u00a0" + act.number() + " délivré le "
                        + FrenchDate.inWords(register.bySha256(act.sha256())
                                .orElseThrow()
                                .issuing()
                                .takenUp()))
                .orElseGet(() -> ", sans remplaçant\u00a0: depuis le "
                        + FrenchDate.inWords(register.editions(session).stream()
                                .filter(edition ->
                                        edition.number() > recorded.edition().number())
                                .findFirst()
                                .orElseThrow()
                                .takenUp())
                        + ", la session ne délivre plus cet acte");
    }
}
