/**
 * A second reading of the rules of {@code DEIS-RNCP39644}, made from the contract alone: what a bordereau says, what
 * must follow from it, random sessions and the many ways of writing one down. It knows nothing of the product and
 * imports nothing of it, so that an error has to be made twice, in two places, to stay unseen.
 */
package oracle;
