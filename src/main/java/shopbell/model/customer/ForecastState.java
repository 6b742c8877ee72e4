package shopbell.model.customer;

import shopbell.model.ContractWord;

/** Whether a card has a forecast of the customer's value, and why not. */
public enum ForecastState implements ContractWord {
  /** There is one. */
  READY("ready"),
  /** No model has been trained yet. */
  UNTRAINED("untrained"),
  /** The shop has too few customers to learn from. */
  TOO_FEW("too-few"),
  /** The customer has refused the comparison with other customers; nothing is computed. */
  REFUSED("refused"),
  /** Companies order through several people, and the models know single customers. */
  COMPANY("company"),
  /** The customer has bought in other currencies than the shop's only, or nothing that counts. */
  NO_PURCHASES("no-purchases"),
  /** The operator has switched forecasts off. */
  OFF("off");

  private final String word;

  ForecastState(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
