package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.bordereau.blank.Form.Cell;
import fr.minutier.bordereau.blank.Form.Row;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
import fr.minutier.certification.CompetenceChoice;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.LengthLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One page that says what to write where, made from the definition. */
final class GuideForm {
    private static final int TERM = 27;
    private static final int TEXT = 100;

    /** In characters of its own size, which is smaller than that of the column's width. */
    private static final int TERM_LINE = 26;

    private static final int TEXT_LINE = 120;

    private final Certification certification;
    private final List<String> others;
    private final List<Row> rows = new ArrayList<>();

    private GuideForm(Certification certification, List<String> others) {
        this.certification = certification;
        this.others = others;
    }

    /** @param others codes of the other certifications that some candidates may come for */
    static Form.Sheet of(Certification certification, List<String> others) {
        GuideForm guide = new GuideForm(certification, others);
        guide.rows.add(Row.across(2, 2, "Mode d’emploi du bordereau", Look.TITLE));
        guide.rows.add(Row.across(1, 2, certification.title() + " (" + certification.code() + ")", Look.NOTE));
        guide.filling();
        guide.sheets();
        guide.marks();
        guide.words();
        guide.handingIn();
        return new Form.Sheet(
                BlankBordereau.GUIDE, List.of(TERM, TEXT), guide.rows, -1, 0, Form.Page.PORTRAIT, List.of(), List.of());
    }

    private void filling() {
        section("Remplir");
        line(
                "Cellules",
                "Écrivez dans les cellules blanches. Le reste est verrouillé, sans mot de passe\u00a0: la protection de la"
                        + " feuille s’enlève par le menu du tableur.");
        line(
                "En-têtes",
                "Foncés\u00a0: obligatoires. Pointez un en-tête\u00a0: il donne sa règle et le texte dont elle vient. L’ordre"
                        + " des colonnes peut changer, pas leurs noms.");
        line(
                "Couleurs",
                "Jaune\u00a0: il manque quelque chose. Rouge\u00a0: à corriger (valeur inattendue, ou différente dans un"
                        + " groupe). Gris\u00a0: rien à écrire. Note en orange\u00a0: sous la part du seuil, ce qui n’est pas une"
                        + " erreur.");
        line(
                "Copier et coller",
                "Collez les valeurs seules (collage spécial)\u00a0: un collage ordinaire efface les listes et les contrôles.");
    }

    private void sheets() {
        section("Les feuilles");
        line(
                SessionForm.SHEET,
                SessionFields.ID + " et " + SessionFields.LABEL + " sont obligatoires. " + SessionFields.STATUS
                        + " provisoire n’imprime que des projets\u00a0; définitif délivre les actes, clôt la session et"
                        + " demande la date de délibération.");
        line(JuryForm.SHEET, "Une ligne par membre nommé, même absent ou excusé, et un seul président.");
        line(
                CandidatesForm.SHEET,
                "Une ligne par candidat, sous un numéro qui n’est qu’à lui. Une ligne vide ne compte pas.");
        line(
                DeliberationForm.SHEET,
                "Seulement les notes que le jury a changées, avec le motif. Une note arrêtée remplace la note d’origine, qui"
                        + " reste dans la feuille " + CandidatesForm.SHEET + ".");
    }

    private void marks() {
        section("Notes et longueurs");
        for (Epreuve epreuve : certification.epreuves()) {
            line(
                    Rules.codes(certification, epreuve),
                    epreuve.title() + "\u00a0: validé à partir de " + Rules.passing(certification, epreuve) + " ("
                            + epreuve.source().text() + ").");
            for (Component component : epreuve.components()) {
                line(
                        component.column(),
                        "Note, coefficient\u00a0" + component.weight().inFrench()
                                + (component.collective()
                                        ? ", la même pour tous les membres du groupe écrit dans "
                                                + Columns.GROUP.official() + "."
                                        : "."));
            }
            for (LengthLimit limit : epreuve.lengths()) {
                line(limit.column(), Words.bounds(limit) + " (" + limit.source().text() + ").");
            }
            epreuve.choice().ifPresent(choice -> choice(epreuve, choice));
        }
        for (Block block : certification.blocks()) {
            if (!block.summed()) {
                line(
                        block.code(),
                        "Validé quand le sont toutes les épreuves\u00a0: "
                                + block.epreuves().stream().map(Epreuve::title).collect(Collectors.joining(", "))
                                + " (" + block.source().text() + ").");
            }
        }
    }

    private void choice(Epreuve epreuve, CompetenceChoice choice) {
        line(
                choice.column(),
                "Compétence choisie\u00a0: "
                        + certification.competences(epreuve).stream()
                                .map(Competence::code)
                                .collect(Collectors.joining(", "))
                        + " (" + choice.source().text() + ").");
    }

    private void words() {
        section("Les mots et les codes");
        line(
                "Une note",
                "Un nombre " + Words.scale(certification.marks()) + ", avec une virgule ("
                        + certification.marks().source().text() + ").");
        line(Words.ABSENT, "Absent à cette composante\u00a0: le bloc est absent, et non noté zéro.");
        line(Words.NOT_PRESENTED, "Épreuve non présentée à cette session, à écrire sur toutes ses composantes.");
        line("Cellule vide", "Note manquante, jamais zéro\u00a0: le résultat du candidat attend.");
        line(
                Columns.ROUTE.official(),
                String.join(", ", Words.routes(certification)) + " ("
                        + certification.routesSource().text() + ").");
        if (!others.isEmpty()) {
            line(
                    Columns.REGIME.official(),
                    "À remplir seulement pour un candidat entré sous d’autres règles du même diplôme ("
                            + String.join(", ", others) + ")\u00a0; vide, il relève de " + certification.code()
                            + ". Ôtez la protection de la feuille et copiez à droite les colonnes de notes, de longueurs et de VAE de son propre bordereau"
                            + " (./minutier bordereau " + others.getFirst()
                            + "), et laissez vides celles d’ici\u00a0: le procès-verbal groupe les candidats par certification.");
        }
        String vae = certification.blocks().stream().map(Block::vaeColumn).collect(Collectors.joining(", "));
        line(
                "VAE",
                "Un candidat par la VAE n’a ni note, ni longueur, ni groupe, mais une décision par bloc (" + vae
                        + ")\u00a0: " + String.join(", ", Words.VAE_DECISIONS) + ".");
        line(
                Columns.ACQUIRED.official(),
                "Codes des blocs obtenus à une session antérieure\u00a0; un bloc acquis ne porte pas de note.");
        if (!certification.exemptions().isEmpty()) {
            line(
                    Columns.TITLE.official(),
                    String.join(", ", Words.titles(certification)) + "\u00a0: le bloc dispensé ne porte pas de note.");
        }
        line(
                "Justificatifs",
                "Date, autorité et personne qui a vu le document d’un titre ou d’un acquis\u00a0: facultatifs, imprimés au"
                        + " procès-verbal.");
        line(
                Columns.RECUSED.official(),
                "Dans la feuille " + JuryForm.SHEET
                        + "\u00a0: les candidats avec lesquels un membre a un lien\u00a0; il ne siège pas pour eux.");
        line(
                "Examinateur",
                "Dans la feuille " + JuryForm.SHEET + "\u00a0: qui examine une épreuve sans être membre du jury\u00a0; "
                        + Columns.EXAMINES.official() + " dit laquelle.");
        line(
                "SI-CPF",
                Columns.OF_EXPORT.stream().map(Column::official).collect(Collectors.joining(", "))
                        + "\u00a0: pour l’export des titulaires seulement\u00a0; jamais imprimés, à remplir quand vous"
                        + " voulez, même après la clôture.");
        line(
                Columns.WAIVERS.official(),
                "CODE\u00a0: motif, pour ce que le contrôle laisse au jury\u00a0; le procès-verbal l’imprime.");
        line(Columns.RESERVED.official(), "Motif. Rien n’est délivré à ce candidat tant qu’il est écrit.");
    }

    private void handingIn() {
        section("Remettre");
        line(
                "Contrôler",
                "./minutier check FICHIER dit tout ce qui manque ou ne va pas, cellule par cellule, sans rien produire.");
        line(
                "Déposer",
                "Enregistrez le classeur dans son format et déposez-le dans le dossier input\u00a0: les documents sont faits au"
                        + " passage suivant.");
        line(
                "Corriger",
                "Le dossier de la session rend ce classeur annoté : corrigez les cellules en couleur, enregistrez, et"
                        + " remettez-le dans input à la place du premier, sous le même nom.");
        line(
                "Clore",
                "Laissez provisoire tant qu’il reste à corriger. Une session définitive est close dès le premier passage,"
                        + " résultats réservés compris ; ensuite, seul un PV rectificatif y change quelque chose.");
    }

    private void section(String title) {
        rows.add(Row.across(1, 2, title, Look.SECTION));
    }

    private void line(String term, String text) {
        rows.add(new Row(
                Math.max(Wrapping.lines(term, TERM_LINE), Wrapping.lines(text, TEXT_LINE)),
                List.of(Cell.text(term, Look.TERM), Cell.text(text, Look.PARAGRAPH))));
    }
}
