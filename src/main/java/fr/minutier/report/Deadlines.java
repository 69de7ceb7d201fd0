package fr.minutier.report;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;

import fr.minutier.certification.Certification;
import fr.minutier.certification.Citation;
import fr.minutier.certification.FrenchDate;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What must or may be done by when, as a section of the session's page: only what a text or the definition sets. */
final class Deadlines {
    static final String ID = "echeances";

    private Deadlines() {}

    /**
     * One deadline.
     *
     * @param what is to be done, or ends
     * @param when by when, in words
     * @param source the text that sets it
     */
    private record Deadline(String what, String when, String source) {}

    static DomContent of(Session session) {
        List<Deadline> deadlines = list(session);
        return Page.part(
                ID,
                "Échéances",
                dl(each(
                                deadlines,
                                deadline -> div(
                                        dt(deadline.what()),
                                        dd(each(
                                                span(deadline.when()),
                                                span(Page.sentence(deadline.source()))
                                                        .withClass("aside"))))))
                        .withClass("deadlines"));
    }

    private static List<Deadline> list(Session session) {
        List<Deadline> deadlines = new ArrayList<>();
        boolean draft = session.status() == Status.PROVISOIRE;
        deadlines.add(new Deadline(
                "Clôture de la session",
                draft
                        ? "À la première exécution où son bordereau porte le statut «" + Phrases.NBSP + "définitif"
                                + Phrases.NBSP + "» et une date de délibération" + Phrases.NBSP
                                + "; jusque-là, tout peut encore changer."
                        : "Faite" + Phrases.NBSP + ": seul un procès-verbal rectificatif change désormais un résultat.",
                "Règle de Minutier"));
        if (!draft) {
            deadlines.add(new Deadline(
                    "Recours des candidats",
                    "Deux mois à compter de la notification à chacun, devant le tribunal administratif" + Phrases.NBSP
                            + "; un recours gracieux ou hiérarchique formé dans ce délai l’interrompt.",
                    Citation.unbroken("Code de justice administrative, art. R. 421-1" + Phrases.NBSP
                            + "; code des relations entre le public et l’administration, art. L. 411-2")));
        }
        for (Certification certification : session.certifications()) {
            LocalDate last = certification.validUntil();
            if (last != null) {
                deadlines.add(new Deadline(
                        "Dernier jour où une session "
                                + (session.certifications().size() == 1
                                        ? "de cette certification"
                                        : "de " + certification.code())
                                + " peut se tenir",
                        FrenchDate.inWords(last),
                        Citation.unbroken(certification.validitySource().text())));
            }
        }
        return deadlines;
    }
}
