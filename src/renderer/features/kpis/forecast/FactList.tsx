import classes from './ForecastSection.module.css';

export interface ForecastFact {
  readonly name: string;
  readonly value: string;
  /** What there is to say of it, such as its interval. */
  readonly note?: string;
}

/** The figures that matter most, large, with their notes. */
export function FactList({ facts }: { readonly facts: readonly ForecastFact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={classes.figure}>{value}</dd>
          {note && <dt>{note}</dt>}
        </div>
      ))}
    </dl>
  );
}
