package fr.minutier.bordereau.reader;

import org.jspecify.annotations.Nullable;

/**
 * Carries the French sentence that ends the reading of one file up to {@link BordereauReader}, where it becomes a
 * value; it never leaves this room.
 */
final class Refusal extends Exception {

    /** @param sentence what was found and what to do, for the person who handed the file in */
    Refusal(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** A file name between French quotation marks. */
    static String quoted(String name) {
        return "«\u00A0" + name + "\u00A0»";
    }

    static Refusal empty(String name) {
        return new Refusal("Le fichier " + quoted(name) + " est vide\u00A0: enregistrez-le de nouveau depuis votre"
                + " tableur et remplacez-le.");
    }

    static Refusal denied(String name) {
        return new Refusal(
                quoted(name) + " ne peut pas être ouvert\u00A0: vérifiez qu’il n’est pas ouvert ailleurs et que"
                        + " le programme a le droit de le lire.");
    }

    static Refusal damaged(String name) {
        return new Refusal("Le classeur " + quoted(name)
                + " est abîmé ou incomplet\u00A0: ouvrez-le dans votre tableur, enregistrez-le de nouveau (.xlsx"
                + " ou .ods) et remplacez-le.");
    }

    static Refusal damagedArchive(String name) {
        return new Refusal("L’archive " + quoted(name)
                + " est abîmée ou incomplète\u00A0: refaites-la et remplacez-la, ou déposez le dossier lui-même.");
    }

    static Refusal tooLarge(String name) {
        return new Refusal(quoted(name) + " est bien plus grand qu’un bordereau de jury (plus de "
                + Budget.ROWS / 1000
                + "\u00A0000 lignes, ou un contenu démesuré)\u00A0: supprimez les feuilles et les lignes inutiles, puis"
                + " enregistrez-le de nouveau.");
    }

    /** Of an Office or OpenDocument container that holds a text, slides or something else. */
    static Refusal otherDocument(String name) {
        return new Refusal(
                quoted(name) + " n’est pas un classeur, mais un autre document bureautique\u00A0: enregistrez"
                        + " le bordereau au format .xlsx ou .ods.");
    }

    static Refusal password(String name) {
        return new Refusal("Le classeur " + quoted(name)
                + " est protégé par un mot de passe\u00A0: ouvrez-le, retirez le mot de passe et enregistrez-le de"
                + " nouveau.");
    }

    /** What to say when reading ended in an exception: the refusal or the limit that caused it, else damage. */
    static Refusal of(Exception exception, String name) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (String.valueOf(cause.getMessage()).startsWith("Zip bomb")) {
                return tooLarge(name);
            }
        }
        return damaged(name);
    }
}
