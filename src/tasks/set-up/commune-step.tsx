import { useQueryClient } from '@tanstack/react-query';
import type { MultiPolygon } from 'geojson';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { dropDraft } from '../../data/draft.ts';
import { middleOf } from '../../geo/middle.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { number } from '../../ui/format.ts';
import { Switch } from '../../ui/switch.tsx';
import { type Area, areasAround } from './boundary-choice.ts';
import type { CommuneDraft } from './commune-draft.ts';
import { communeErrors } from './commune-errors.ts';
import { FaultNotice } from './fault-notice.tsx';
import { Page } from './page.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { setUpCommune } from './server.ts';
import { stepsOf } from './steps.ts';
import { useAct } from './use-act.ts';
import { useZones } from './use-zones.ts';
import { proposeZone } from './zone.ts';

const NO_FEATURES: never[] = [];

/** What the commune is called and how it is measured; then it is made. */
export function CommuneStep({
  userId,
  draft,
  change,
  area,
  areas,
  boundary,
  onBack,
  onMade,
}: {
  userId: string;
  draft: CommuneDraft;
  change: (partial: Partial<CommuneDraft>) => void;
  /** The commune's own area of the file; null where several were merged. */
  area: Area | null;
  areas: readonly Area[];
  boundary: { id: string; geometry: MultiPolygon; areaM2: number };
  onBack: () => void;
  onMade: () => void;
}) {
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const zones = useZones(userId);

  // A newly chosen boundary brings its own proposals; what was typed for the same one stays.
  useEffect(() => {
    if (draft.proposedFor === boundary.id) return;
    change({
      proposedFor: boundary.id,
      name: area?.name ?? '',
      code: area?.code ?? '',
      province: area?.province ?? '',
      zone: '',
    });
  }, [draft.proposedFor, boundary.id, area, change]);

  const longitude = useMemo(() => middleOf(boundary.geometry)?.[0] ?? null, [boundary.geometry]);
  const proposed = proposeZone(zones.data ?? [], draft.province, longitude);
  const zone = draft.zone || proposed;
  const errors = communeErrors(draft);
  const said = tried ? errors : {};
  const make = useAct(
    () =>
      setUpCommune(
        {
          id: draft.id,
          name: draft.name,
          code: draft.code.trim(),
          province: draft.province,
          coordinate_system: zone,
          boundary_source: draft.source.trim() || null,
          is_public: draft.isPublic,
        },
        boundary.geometry,
        area && draft.withNeighbours
          ? areasAround(area, areas).map(({ name, feature }) => ({ name, geometry: feature.geometry }))
          : [],
      ),
    () => {
      onMade();
      dropDraft(`${userId}:commune`);
      void queries.invalidateQueries();
    },
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(errors);
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    if (zone) make.run();
  };

  return (
    <Page
      steps={stepsOf('commune', { mayOpen: (step) => step === 'boundary', open: onBack })}
      title={m.set_up_commune_title()}
      lead={m.set_up_commune_lead()}
    >
      <div className="set-up-pair">
        <form ref={form} className="set-up-column" noValidate onSubmit={submit}>
          <TextField
            name="name"
            label={m.set_up_commune_name()}
            hint={m.set_up_commune_name_hint()}
            error={said.name ?? null}
            value={draft.name}
            onChange={(name) => change({ name })}
          />
          <div className="set-up-fields">
            <TextField
              name="code"
              label={m.set_up_commune_code()}
              hint={m.set_up_commune_code_hint()}
              error={said.code ?? null}
              inputMode="numeric"
              maxLength={5}
              value={draft.code}
              onChange={(code) => change({ code })}
            />
            <TextField
              name="province"
              label={m.set_up_commune_province()}
              hint={m.set_up_commune_province_hint()}
              error={said.province ?? null}
              value={draft.province}
              onChange={(province) => change({ province })}
            />
          </div>
          <SelectField
            label={m.set_up_commune_zone()}
            hint={m.set_up_commune_zone_hint()}
            value={zone}
            onChange={(next) => change({ zone: next })}
          >
            {(zones.data ?? []).map(({ code, name }) => (
              <option key={code} value={code}>
                {name} ({code}){code === proposed ? ` – ${m.set_up_commune_zone_proposed()}` : ''}
              </option>
            ))}
          </SelectField>
          {zones.error && <FaultNotice error={zones.error} onRetry={() => void zones.refetch()} />}
          <TextField
            label={m.set_up_commune_source()}
            hint={m.set_up_commune_source_hint()}
            maxLength={200}
            value={draft.source}
            onChange={(source) => change({ source })}
          />
          <div className="set-up-switch">
            <Switch checked={draft.isPublic} onChange={(isPublic) => change({ isPublic })}>
              <strong>{m.set_up_commune_public()}</strong>
              <span className="set-up-switch-words">
                {draft.isPublic ? m.set_up_commune_public_on() : m.set_up_commune_public_off()}
              </span>
            </Switch>
          </div>
          {make.status === 'failed' && <FaultNotice error={make.error} />}
          <div className="set-up-acts">
            <Button
              tone="primary"
              type="submit"
              className="set-up-act"
              aria-disabled={make.status === 'running' || !zone}
            >
              {make.status === 'running' ? m.set_up_commune_making() : m.set_up_commune_make()}
            </Button>
            <Button className="set-up-act" onClick={onBack}>
              {m.set_up_back()}
            </Button>
          </div>
          <p className="set-up-small">{m.set_up_commune_final()}</p>
        </form>
        <PreviewPane
          label={m.set_up_boundary_map()}
          outline={boundary.geometry}
          features={NO_FEATURES}
          caption={m.set_up_boundary_area({ area: number(boundary.areaM2 / 1_000_000, 2) })}
        />
      </div>
    </Page>
  );
}
