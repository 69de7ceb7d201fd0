package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.delivery.Dispatch.End;
import fr.minutier.delivery.Dispatch.Result;
import fr.minutier.delivery.Parcel;
import fr.minutier.delivery.Planned;
import fr.minutier.delivery.Planned.Intent;
import fr.minutier.register.Sending.Addressee;
import fr.minutier.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code envoyer} says: what it is about to do, what became of each letter, and what is left to a person. */
final class SendingWords {
    private static final String IN_DOUBT = "Douteux\u00a0: une interruption a laissé leur arrivée incertaine";

    private final Minutier told;
    private final List<Result> results = new ArrayList<>();

    SendingWords(Minutier told) {
        this.told = told;
    }

    /**
     * The plan.
     *
     * @param each whether every letter is told, and one of them shown
     */
    void plan(Session session, List<Planned> plan, boolean each) {
        List<Planned> letters =
                plan.stream().filter(planned -> planned.intent().sends()).toList();
        say(session.id() + ", " + session.label() + "\u00a0: "
                + (letters.isEmpty()
                        ? "rien à envoyer."
                        : FrenchCount.of(letters.size(), "courriel à envoyer", "courriels à envoyer") + " ("
                                + FrenchCount.of(of(letters, Addressee.CANDIDAT), "relevé de notes", "relevés de notes")
                                + ", "
                                + FrenchCount.of(of(letters, Addressee.PRESIDENT), "procès-verbal", "procès-verbaux")
                                + ")."));
        if (each) {
            letters.forEach(planned -> say("  " + line(planned.parcel(), true)));
        }
        list(IN_DOUBT + "\u00a0; ils sont envoyés de nouveau, sous le même Message-ID", plan, Intent.SEND_AGAIN);
        list(
                IN_DOUBT + "\u00a0; ils sont retenus. Sans --sans-douteux, ils sont envoyés de nouveau, sous le même"
                        + " Message-ID",
                plan,
                Intent.HOLD);
        list(
                "Sans adresse\u00a0: remplissez «\u00a0Courriel\u00a0» dans le bordereau, où il peut changer après la clôture\u00a0; pour"
                        + " le président, donnez --president",
                plan,
                Intent.NO_ADDRESS);
        list(
                "Impossibles à envoyer\u00a0: l’adresse n’en est pas une, ou un nom contient un retour à la ligne\u00a0; corrigez le"
                        + " bordereau",
                plan,
                Intent.UNSENDABLE);
        list(
                "Refusés par le serveur la dernière fois\u00a0: corrigez l’adresse dans le bordereau\u00a0; si elle est bonne, ajoutez"
                        + " --refuses",
                plan,
                Intent.REFUSED);
        long sent = count(plan, Intent.SENT);
        if (sent > 0) {
            say(FrenchCount.of(sent, "courriel déjà envoyé", "courriels déjà envoyés")
                    + (sent < 2 ? ", qui ne repart pas." : ", qui ne repartent pas."));
        }
        if (each) {
            letters.stream().findFirst().ifPresent(planned -> example(planned.parcel()));
        }
    }

    /** 0 when all that there is to send was sent, or would be. */
    int status(List<Planned> plan) {
        return plan.stream().allMatch(planned -> planned.intent().sends() || planned.intent() == Intent.SENT)
                ? ExitStatus.DONE
                : ExitStatus.WITHHELD;
    }

    /** One letter that is done with, in one line without its address. */
    void result(Result result) {
        results.add(result);
        say(switch (result.end()) {
                    case SENT -> "envoyé     ";
                    case REFUSED -> "refusé     ";
                    case LATER -> "plus tard  ";
                    case HELD -> "douteux    ";
                }
                + line(result.parcel(), false));
    }

    /** Whether every letter that was to leave has left. */
    boolean allSent() {
        return results.stream().allMatch(result -> result.end() == End.SENT);
    }

    /** What became of them all, and what is left to do. */
    void end() {
        long later = count(End.LATER);
        say(FrenchCount.of(count(End.SENT), "courriel envoyé", "courriels envoyés")
                + (count(End.REFUSED) == 0 ? "" : ", " + FrenchCount.of(count(End.REFUSED), "refusé"))
                + (later == 0 ? "" : ", " + FrenchCount.of(later, "remis à plus tard", "remis à plus tard"))
                + ".");
        ends(
                "Refusés\u00a0: corrigez l’adresse dans le bordereau, puis relancez la même commande",
                results.stream().filter(result -> result.end() == End.REFUSED).toList());
        ends(
                "Douteux\u00a0: peut-être arrivés deux fois, ou pas encore",
                results.stream().filter(Result::doubtful).toList());
        if (later > 0) {
            say("Relancez la même commande pour ce qui est remis à plus tard.");
        }
    }

    private void ends(String title, List<Result> some) {
        if (!some.isEmpty()) {
            say(title + "\u00a0:");
            some.forEach(result -> say("  " + line(result.parcel(), true)
                    + (result.reply() == null ? "" : "  " + oneLine(Objects.requireNonNull(result.reply())))));
        }
    }

    private void list(String title, List<Planned> plan, Intent intent) {
        if (count(plan, intent) > 0) {
            say(title + "\u00a0:");
            plan.stream()
                    .filter(planned -> planned.intent() == intent)
                    .forEach(planned -> say("  " + line(planned.parcel(), true) + reply(planned)));
        }
    }

    private static String reply(Planned planned) {
        String reply = planned.before() == null ? null : planned.before().reply();
        return planned.intent() != Intent.REFUSED || reply == null ? "" : "  " + oneLine(reply);
    }

    private static String line(Parcel parcel, boolean address) {
        String who = parcel.addressee() == Addressee.CANDIDAT
                ? parcel.act().candidate() + (address ? "  " + parcel.name() : "")
                : parcel.name();
        String to = parcel.address();
        return who + (address && to != null ? "  " + to : "") + "  "
                + parcel.act().number();
    }

    private void example(Parcel parcel) {
        say("Le premier\u00a0:");
        say("  Objet\u00a0: " + parcel.subject());
        parcel.text().lines().forEach(line -> say("  " + line));
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }

    private static long of(List<Planned> letters, Addressee addressee) {
        return letters.stream()
                .filter(planned -> planned.parcel().addressee() == addressee)
                .count();
    }

    private static long count(List<Planned> plan, Intent intent) {
        return plan.stream().filter(planned -> planned.intent() == intent).count();
    }

    private long count(End end) {
        return results.stream().filter(result -> result.end() == end).count();
    }

    private void say(String line) {
        told.out().println(Lines.folded(Lines.visible(line), told.columns(), 4));
        told.out().flush();
    }
}
