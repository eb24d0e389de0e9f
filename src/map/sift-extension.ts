import { type Layer, LayerExtension } from '@deck.gl/core';
import type { Wanted } from '../layers/layer.ts';

/** Wants every point: each number is in each set. */
export const EVERYTHING: Wanted = [0xffffffff, 0xffffffff, 0xffffffff];

export type SiftProps = {
  /** The three numbers of a point, which go to the graphics card once. */
  getSifted: (point: unknown, place: { index: number; target: number[] }) => number[];
  /** The sets in which they must be: all that a change sends. */
  wanted: Wanted;
};

const sift = {
  name: 'sift',
  vs: `\
layout(std140) uniform siftUniforms {
  uint first;
  uint second;
  uint third;
} sift;
`,
  uniformTypes: { first: 'u32', second: 'u32', third: 'u32' },
} as const;

/** A point that is not wanted has no corner on the screen: it is neither drawn nor found. */
const shaders = {
  modules: [sift],
  inject: {
    'vs:#decl': 'in vec3 siftedNumbers;',
    'vs:#main-end': `
      uvec3 sifted = uvec3(siftedNumbers);
      if (((sift.first >> sifted.x) & (sift.second >> sifted.y) & (sift.third >> sifted.z) & 1u) == 0u) {
        gl_Position = vec4(0.0);
      }
    `,
  },
};

/** Lets a layer of deck.gl draw only the objects that are wanted, without sending them to the graphics card again. */
export class SiftExtension extends LayerExtension {
  static override extensionName = 'SiftExtension';
  static override defaultProps = {
    getSifted: { type: 'accessor', value: [0, 0, 0] },
    wanted: { type: 'array', value: EVERYTHING, compare: true },
  };

  override getShaders() {
    return shaders;
  }

  override initializeState(this: Layer): void {
    this.getAttributeManager()?.addInstanced({
      siftedNumbers: { size: 3, type: 'float32', accessor: 'getSifted' },
    });
  }

  override draw(this: Layer<SiftProps>): void {
    const [first, second, third] = this.props.wanted;
    this.setShaderModuleProps({ sift: { first, second, third } });
  }
}
