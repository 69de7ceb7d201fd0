package fr.minutier.night;

import fr.minutier.act.ActKind;
import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.check.Check;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Verdict;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import fr.minutier.session.Candidate;
import fr.minutier.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A closed session, with the names that the register does not keep: the bordereaux that lie in input are read again, and
 * held to what was issued. Writes nothing.
 *
 * @param session as the bordereaux say it
 * @param edition in force
 * @param admitted those who hold the whole certification, in the order of the bordereau, with the numbers of their
 *     certificates
 */
public record ClosedSession(Session session, Edition edition, List<Admitted> admitted) {
    /** Keeps its own copy. */
    public ClosedSession {
        admitted = List.copyOf(admitted);
    }

    /** One who was admitted, and the number of his certificate. */
    public record Admitted(Candidate candidate, String certificate) {}

    /** Why a session cannot be had. The message is one French sentence. */
    public static final class NotToBeHad extends Exception {
        private static final long serialVersionUID = 1L;

        NotToBeHad(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads a session again.
     *
     * @throws NotToBeHad when it is not closed, or when its bordereaux are not there or say something else than what was
     *     issued
     * @throws RegisterBusy when a run holds the register
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws IOException when input or the templates cannot be read
     */
    public static ClosedSession read(Workplace place, String id)
            throws NotToBeHad, RegisterBusy, InvalidDefinition, IOException {
        Optional<Register> found = Register.openIfPresent(place.base());
        if (found.isEmpty()) {
            throw new NotToBeHad("le registre ne tient encore aucune session.");
        }
        try (Register register = found.get()) {
            Edition edition = register.closed(id)
                    .orElseThrow(() -> new NotToBeHad("la session " + id
                            + (register.current(id).isPresent()
                                    ? " est provisoire\u00a0: seule une session définitive et délivrée s’exporte ou s’envoie."
                                    : " n’est pas connue du registre.")));
            Dossier dossier = dossier(place, id, register);
            Session session = dossier.checked().session();
            if (session == null || !dossier.content().digest().equals(edition.contentDigest())) {
                throw new NotToBeHad("les bordereaux de la session " + id
                        + " ne disent plus ce qui a été délivré\u00a0: rendez-leur ce contenu\u00a0; seuls le courriel, le sexe et les"
                        + " codes de naissance peuvent changer après la clôture.");
            }
            return new ClosedSession(session, edition, admitted(register, edition, session));
        }
    }

    private static Dossier dossier(Workplace place, String id, Register register)
            throws NotToBeHad, InvalidDefinition, IOException {
        Studio studio = new Studio(place, Optional.empty(), Optional.empty()).knowing(register);
        List<HandedIn.Legible> sources = Inbox.list(place.input()).stream()
                .map(HandedIn::read)
                .flatMap(one -> one.readable().stream())
                .filter(one -> Check.session(one.bordereau()).equals(Optional.of(id)))
                .toList();
        if (sources.isEmpty()) {
            throw new NotToBeHad("aucun bordereau de la session " + id + " dans «\u00a0" + place.input()
                    + "\u00a0»\u00a0: le registre ne garde pas les noms, remettez-y celui qui a été délivré.");
        }
        return Dossier.of(id, sources, studio);
    }

    /** Whom the register says admitted: what the bordereau would give today does not matter. */
    private static List<Admitted> admitted(Register register, Edition edition, Session session) {
        Map<String, Candidate> candidates = session.candidates().stream()
                .collect(Collectors.toMap(Candidate::number, one -> one, (first, second) -> first));
        Map<String, String> certificates = register.acts(edition).stream()
                .filter(act -> act.kind().equals(ActKind.ATTESTATION_DE_REUSSITE.word()))
                .collect(Collectors.toMap(IssuedAct::candidate, IssuedAct::number, (first, second) -> second));
        return register.account(edition).map(Account::results).orElse(List.of()).stream()
                .filter(result -> result.verdict() == Verdict.ADMIS && certificates.containsKey(result.candidate()))
                .map(result -> new Admitted(
                        Objects.requireNonNull(candidates.get(result.candidate())),
                        Objects.requireNonNull(certificates.get(result.candidate()))))
                .toList();
    }
}
