package oracle;

/** Faults of the session itself, one at a time and in few sessions: each withholds every document. */
final class SessionFaults {
    private final RawSession raw;
    private final Dice dice;

    SessionFaults(RawSession raw, Dice dice) {
        this.raw = raw;
        this.dice = dice;
    }

    void spoil() {
        if (!dice.percent(20)) {
            return;
        }
        switch (dice.from(0, 14)) {
            case 0 -> raw.field("Certification", dice.one("DEIS-RNCP4505X", "CERT-INCONNUE"));
            case 1 -> raw.field("Certification", "");
            case 2 -> raw.field("Libellé", "");
            case 3 -> {
                raw.field("Statut", "définitif");
                raw.field(Deis.DATE, "");
            }
            case 4 -> raw.field(Deis.DATE, dice.one("30/02/2025", "courant juin", "2025-13-01"));
            case 5 -> raw.field(Deis.DATE, dice.one("15/06/2099", "31/12/2026"));
            case 6 -> raw.field(Deis.DATE, "15/01/2027");
            case 7 ->
                raw.field(
                        "Nombre de candidats",
                        String.valueOf(raw.candidates().rows.size() + dice.one(-1, 1, 3)));
            case 8 -> raw.candidates().headers.remove(dice.one(Deis.REQUIRED_CANDIDATE_HEADERS));
            case 9 -> raw.candidates().headers.remove(dice.one(Deis.MARK_HEADERS));
            case 10 -> raw.jury().headers.remove(dice.one(Deis.REQUIRED_JURY_HEADERS));
            case 11 -> {
                raw.remove(dice.one(RawSession.JURY, RawSession.CANDIDATES));
                raw.field("Nombre de candidats", "");
            }
            case 12 -> raw.field("Session", dice.one("juin 2026", "S", "-A1", "SÉANCE_1") + raw.stem.charAt(0));
            case 13 -> {
                raw.field(Deis.CORRECTION, dice.one("1", "2"));
                raw.field("Motif", "erreur de report");
            }
            default ->
                raw.deliberation()
                        .add(
                                Deis.NUMBER,
                                "INCONNU-77",
                                Deis.COMPONENT,
                                "BC01 Mémoire",
                                Deis.SETTLED,
                                "12",
                                Deis.MOTIVE,
                                "harmonisation");
        }
    }
}
