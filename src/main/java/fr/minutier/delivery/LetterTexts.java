package fr.minutier.delivery;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Sending.Addressee;
import fr.minutier.session.Candidate;
import fr.minutier.session.Session;
import fr.minutier.typesetting.InvalidTemplate;
import fr.minutier.typesetting.LetterTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of the letters, from {@code courriels} of the templates folder, all checked before the first one is filled. */
public final class LetterTexts {
    private final LetterTemplate forCandidate;
    private final LetterTemplate forPresident;

    /**
     * Loads them.
     *
     * @throws InvalidTemplate with all faults of all of them
     * @throws IOException when one cannot be read
     */
    public LetterTexts(TemplateFolder folder) throws IOException {
        List<InvalidTemplate.Fault> faults = new ArrayList<>();
        LetterTemplate candidate = load(folder, "releve-de-notes", LetterFields.ForCandidate.class, faults);
        LetterTemplate president = load(folder, "proces-verbal", LetterFields.ForPresident.class, faults);
        if (candidate == null || president == null) {
            throw new InvalidTemplate(faults);
        }
        forCandidate = candidate;
        forPresident = president;
    }

    private static @Nullable LetterTemplate load(
            TemplateFolder folder, String name, Class<? extends Record> fields, List<InvalidTemplate.Fault> faults)
            throws IOException {
        String path = "courriels/" + name + ".md";
        String markdown = Files.readString(folder.file(path));
        try {
            return LetterTemplate.load(path, markdown, fields);
        } catch (InvalidTemplate e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    /**
     * An act for the candidate whom it is about, at the address of the bordereau.
     *
     * @param file where the act is
     */
    public Parcel forCandidate(Session session, Candidate candidate, IssuedAct act, Path file) {
        LetterFields.OfCandidate who = LetterFields.OfCandidate.of(candidate);
        LetterTemplate.Filled filled = forCandidate.fill(
                new LetterFields.ForCandidate(LetterFields.OfSession.of(session), LetterFields.OfAct.of(act), who));
        String address = candidate.identity().email();
        return new Parcel(
                session.id(),
                act,
                Addressee.CANDIDAT,
                who.fullName(),
                address == null || address.isBlank() ? null : address.strip(),
                filled.subject(),
                filled.text(),
                file);
    }

    /**
     * The minutes for the chair of the jury.
     *
     * @param address null when none is known
     * @param file where the minutes are
     */
    public Parcel forPresident(Session session, IssuedAct minutes, @Nullable String address, Path file) {
        LetterTemplate.Filled filled = forPresident.fill(
                new LetterFields.ForPresident(LetterFields.OfSession.of(session), LetterFields.OfAct.of(minutes)));
        return new Parcel(
                session.id(),
                minutes,
                Addressee.PRESIDENT,
                "président",
                address,
                filled.subject(),
                filled.text(),
                file);
    }
}
