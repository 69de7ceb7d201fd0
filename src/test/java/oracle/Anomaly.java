package oracle;

/**
 * One anomaly that must be reported.
 *
 * @param sheet the sheet where the fault lies
 * @param header the official header of its column (for Session, the name of the field); "" where the contract names no
 *     column (jury as a whole, missing sheet, hidden row)
 * @param row the index of the row in {@link RawSession.Sheet#rows}, -1 for a fault of the sheet or of Session
 * @param candidate the candidate number as written, "" at session level or when the number itself is empty
 * @param code the stable code of section 5
 * @param gravity BLOQUANTE, A_ARBITRER, AVERTISSEMENT or INFORMATION
 */
public record Anomaly(String sheet, String header, int row, String candidate, String code, String gravity) {
    static final String BLOCKING = "BLOQUANTE";
    static final String TO_SETTLE = "A_ARBITRER";
    static final String WARNING = "AVERTISSEMENT";
    static final String INFORMATION = "INFORMATION";

    /** A fault of the session: sheet, jury, field, missing column. */
    static Anomaly ofSession(String sheet, String header, String code, String gravity) {
        return new Anomaly(sheet, header, -1, "", code, gravity);
    }

    boolean withholds() {
        return gravity.equals(BLOCKING) || gravity.equals(TO_SETTLE);
    }
}
