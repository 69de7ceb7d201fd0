package fr.minutier.act;

import fr.minutier.typesetting.Champ;

/** What the minutes say of the register, so that a copy of them on paper bears witness of its chain. */
public record ChainFields(
        @Champ(value = "premiere", aide = "vrai si la session n’avait encore rien au registre")
        boolean first,

        @Champ(value = "rang", aide = "écritures de la session avant cet acte")
        String rank,

        @Champ(value = "tete", aide = "empreinte de la dernière de ces écritures")
        String head,

        @Champ(value = "decisions", aide = "empreinte (SHA-256) de decisions.csv")
        String decisions,

        @Champ(value = "blocs", aide = "empreinte (SHA-256) de blocs.csv")
        String blocks) {}
