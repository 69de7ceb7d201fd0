package fr.minutier.cli;

import fr.minutier.act.ActKind;
import fr.minutier.certification.FrenchCount;
import fr.minutier.delivery.Dispatch;
import fr.minutier.delivery.LetterTexts;
import fr.minutier.delivery.Pace;
import fr.minutier.delivery.Parcel;
import fr.minutier.delivery.Planned;
import fr.minutier.mail.Letter;
import fr.minutier.mail.MailConnection;
import fr.minutier.mail.MailServer;
import fr.minutier.mail.UnsentLetter;
import fr.minutier.night.ClosedSession;
import fr.minutier.night.Workplace;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import fr.minutier.session.Candidate;
import fr.minutier.session.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code envoyer}: statements to candidates, minutes to the chair of the jury, by mail and once. */
@Command(
        name = "envoyer",
        description =
                "Envoie par courriel le relevé de notes de chaque candidat d’une session définitive, et le procès-verbal au"
                        + " président du jury, après confirmation. Ce qui est parti ne repart pas\u00a0: après une interruption, relancez"
                        + " la même commande. Les adresses sont relues dans le bordereau de input.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier envoyer JURY-2026-JUIN --essai",
            "  ./minutier envoyer JURY-2026-JUIN --president presidence@exemple.fr",
            "",
            "Le serveur est celui de MINUTIER_COURRIEL_SERVEUR, _PORT, _TLS, _UTILISATEUR,",
            "_MOT_DE_PASSE et _EXPEDITEUR\u00a0; MINUTIER_COURRIEL_PAR_MINUTE borne le débit (60).",
            "État de sortie 3\u00a0: quelque chose n’est pas parti, et il est dit quoi."
        })
final class SendCommand implements Callable<Integer> {
    private static final String PRESIDENT = "PRESIDENT";
    private static final String PER_MINUTE = "PAR_MINUTE";
    private static final int USUAL_PER_MINUTE = 60;
    private static final int MOST_PER_MINUTE = 60_000;

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Folders folders = new Folders();

    @Parameters(arity = "1", paramLabel = "SESSION", description = "Session définitive et délivrée.")
    @Nullable
    String session;

    @Mixin
    Input input = new Input();

    @Option(
            names = "--president",
            paramLabel = "ADRESSE",
            description = "Adresse du président du jury (ou MINUTIER_COURRIEL_PRESIDENT).")
    @Nullable
    String president;

    @Option(names = "--essai", description = "Dit qui recevrait quoi, et n’envoie rien.")
    boolean rehearsal;

    @Option(names = "--oui", description = "N’attend pas de confirmation, pour un script.")
    boolean confirmed;

    @Option(
            names = "--sans-douteux",
            description = "N’envoie pas de nouveau ce dont une interruption a laissé l’arrivée incertaine.")
    boolean hold;

    @Option(names = "--refuses", description = "Essaie de nouveau, à la même adresse, ce qu’un serveur a refusé.")
    boolean refusedToo;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        Workplace place = folders.workplaceOfNight(input, told);
        Optional<MailServer> server = Mailing.server(told);
        if (server.isEmpty() && !rehearsal) {
            throw new WrongUse("aucun serveur de courriel\u00a0: donnez " + Mailing.PREFIX + "SERVEUR et "
                    + Mailing.PREFIX + "EXPEDITEUR dans l’environnement.");
        }
        Pace pace = Pace.of(perMinute(told));
        LetterTexts texts = new LetterTexts(place.templates());
        ClosedSession closed = closed(place, Objects.requireNonNull(session));
        List<Parcel> parcels = parcels(place, closed, texts, chair(told));
        SendingWords words = new SendingWords(told);
        List<Planned> plan;
        try (Register register = Register.openIfPresent(place.base()).orElseThrow()) {
            plan = plan(register, parcels);
        }
        words.plan(closed.session(), plan, rehearsal);
        long letters = plan.stream().filter(planned -> planned.intent().sends()).count();
        if (rehearsal || letters == 0) {
            return words.status(plan);
        }
        if (!confirmed && !confirms(told, letters)) {
            told.out().println("Rien n’a été envoyé.");
            return ExitStatus.WITHHELD;
        }
        Journal.open(place.register());
        try (Register register = Register.open(place.base());
                MailConnection connection = server.orElseThrow().connection()) {
            requireSame(register, closed.edition());
            connection.open();
            Dispatch dispatch =
                    new Dispatch(register.sendings(), connection, server.get().sender(), place.today(), pace);
            // Nobody else held the register since, or the plan is made again of what he left.
            List<Planned> still = plan(register, parcels);
            EndOfProcess.waitsFor(
                    () -> {
                        dispatch.send(still, hold, words::result);
                        return still;
                    },
                    dispatch::stop);
        } catch (UnsentLetter e) {
            words.end();
            throw new WrongUse(
                    e.getMessage() + (e.reply() == null ? "" : " Sa réponse\u00a0: " + Lines.visible(e.reply()))
                            + " Vérifiez les réglages, puis relancez la même commande\u00a0: ce qui est parti ne repart pas.");
        }
        words.end();
        return words.allSent() ? words.status(plan) : ExitStatus.WITHHELD;
    }

    private List<Planned> plan(Register register, List<Parcel> parcels) {
        return Planned.of(
                parcels,
                register.sendings().posted(Objects.requireNonNull(session)),
                new Planned.Wishes(hold, refusedToo));
    }

    private static ClosedSession closed(Workplace place, String id) throws Exception {
        try {
            return ClosedSession.read(place, id);
        } catch (ClosedSession.NotToBeHad e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private static void requireSame(Register register, Edition edition) throws WrongUse {
        if (!register.closed(edition.session()).equals(Optional.of(edition))) {
            throw new WrongUse("la session a été rectifiée entre-temps\u00a0: relancez la même commande.");
        }
    }

    /** What there is to send: the acts in force, of which each file is as it was issued. */
    private static List<Parcel> parcels(
            Workplace place, ClosedSession closed, LetterTexts texts, @Nullable String chair)
            throws WrongUse, RegisterBusy, IOException {
        Session read = closed.session();
        Map<String, Candidate> candidates = read.candidates().stream()
                .collect(Collectors.toMap(Candidate::number, one -> one, (first, second) -> first));
        List<IssuedAct> acts;
        try (Register register = Register.openIfPresent(place.base()).orElseThrow()) {
            acts = register.acts(closed.edition());
        }
        List<Parcel> parcels = new ArrayList<>();
        for (IssuedAct act : acts) {
            Path file = place.output().resolve(read.id()).resolve(act.path());
            if (act.kind().equals(ActKind.RELEVE_DE_NOTES.word())) {
                Candidate candidate = Objects.requireNonNull(candidates.get(act.candidate()));
                parcels.add(texts.forCandidate(read, candidate, act, file));
            } else if (act.kind().equals(ActKind.PROCES_VERBAL.word())) {
                parcels.add(texts.forPresident(read, act, chair, file));
            }
        }
        for (Parcel parcel : parcels) {
            if (!parcel.isAsIssued()) {
                throw new WrongUse(
                        "«\u00a0" + parcel.file() + "\u00a0» manque ou n’est plus tel qu’il a été délivré\u00a0: rien"
                                + " n’est envoyé. Remettez le dossier de la session depuis votre sauvegarde.");
            }
        }
        return parcels;
    }

    private @Nullable String chair(Minutier told) throws WrongUse {
        Optional<String> address = Optional.ofNullable(president)
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .or(() -> Mailing.given(told, PRESIDENT));
        if (address.isPresent() && !Letter.isAddress(address.get())) {
            throw new WrongUse("«\u00a0" + Lines.visible(address.get())
                    + "\u00a0» n’est pas une adresse de courriel pour le président.");
        }
        return address.orElse(null);
    }

    private static int perMinute(Minutier told) throws WrongUse {
        String written = Mailing.given(told, PER_MINUTE).orElse(Integer.toString(USUAL_PER_MINUTE));
        if (!written.matches("[1-9]\\d{0,4}") || Integer.parseInt(written) > MOST_PER_MINUTE) {
            throw new WrongUse(
                    Mailing.PREFIX + PER_MINUTE + " est un nombre de courriels, de 1 à " + MOST_PER_MINUTE + ".");
        }
        return Integer.parseInt(written);
    }

    /** Whether somebody at the keyboard says so; where nobody can, the command line must. */
    private static boolean confirms(Minutier told, long letters) throws WrongUse, IOException {
        if (!told.keyboard()) {
            throw new WrongUse(
                    "rien n’est envoyé sans confirmation\u00a0: lancez la commande dans un terminal, ou ajoutez"
                            + " --oui après avoir lu ce que dit --essai.");
        }
        told.out().print("Envoyer " + FrenchCount.of(letters, "courriel") + "\u00a0? Écrivez oui\u00a0: ");
        told.out().flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("oui");
    }
}
