package fr.minutier.act;

import fr.minutier.typesetting.Champ;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an act says of itself. */
public record ActFields(
        @Champ(value = "numero", aide = "numéro de l’acte, unique au registre")
        String number,

        @Champ(value = "jour", aide = "jour où la session a été prise en charge")
        LocalDate day,

        @Champ(value = "projet", aide = "vrai tant que la session est provisoire")
        boolean draft,

        @Champ(value = "qr", aide = "texte du code signé ; vide sur un projet, et sans clé") @Nullable
        String code,

        @Champ(value = "remplace", aide = "numéro de l’acte retiré qu’il remplace, s’il y en a un") @Nullable
        String replaced) {}
