/** What echarts hands a custom series for one of its data. */
interface RenderApi {
  value(dimension: number): number;
  coord(point: readonly number[]): number[];
}

const halfCap = 4;

/**
 * Lines from low to high with a cap at both ends, across bars that lie from left to right.
 * @param bounds in the order of the bars; null where there are none.
 */
export function errorBars(
  name: string,
  bounds: readonly ({ readonly low: number; readonly high: number } | null)[],
  color: string,
): object {
  return {
    name,
    type: 'custom',
    silent: true,
    z: 5,
    color,
    tooltip: { show: false },
    encode: { x: [1, 2], y: 0 },
    data: bounds.flatMap((bound, place) => (bound === null ? [] : [[place, bound.low, bound.high]])),
    renderItem: (_: unknown, api: RenderApi) => {
      const [left = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
      const [right = 0] = api.coord([api.value(2), api.value(0)]);
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { stroke: color, lineWidth: 1.6 },
      });
      return {
        type: 'group',
        children: [
          line(left, y, right, y),
          line(left, y - halfCap, left, y + halfCap),
          line(right, y - halfCap, right, y + halfCap),
        ],
      };
    },
  };
}
