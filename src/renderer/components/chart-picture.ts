import { type ChartColors, readChartColors } from './chart-colors';
import { chartTheme } from './chart-theme';
import { type EChartsCoreOption, type EChartsType, init } from './echarts-parts';

/** A chart that can be drawn apart from the window. */
export interface FigureChart {
  /** In pixels. */
  readonly height: number;
  readonly option: (colors: ChartColors) => EChartsCoreOption;
}

export interface PictureWords {
  readonly title: string;
  /** A second line, such as the period. */
  readonly note: string;
  readonly fontFamily: string;
}

/** In pixels: as wide as a page of a presentation needs, whatever the window's width. */
const width = 1000;
const padding = 24;
const head = 64;
const pixelRatio = 2;

/** The chart with its title in the window's present colours, as the bytes of a PNG twice as fine as the screen. */
export async function drawPng(chart: FigureChart, words: PictureWords): Promise<Uint8Array<ArrayBuffer>> {
  const colors = readChartColors();
  const content = drawn(chart, words, colors, 'canvas', (made) =>
    made.renderToCanvas({ pixelRatio, backgroundColor: colors.surface }),
  );
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * padding) * pixelRatio;
  canvas.height = (chart.height + head + padding) * pixelRatio;
  const pen = canvas.getContext('2d');
  if (pen === null) return new Uint8Array();
  pen.scale(pixelRatio, pixelRatio);
  pen.fillStyle = colors.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colors.text;
  pen.font = `600 20px ${words.fontFamily}`;
  pen.fillText(words.title, padding, 32, width);
  pen.fillStyle = colors.quiet;
  pen.font = `14px ${words.fontFamily}`;
  pen.fillText(words.note, padding, 53, width);
  pen.drawImage(content, padding, head, width, chart.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new Uint8Array((await blob?.arrayBuffer()) ?? []);
}

/** The same as the bytes of an SVG, which stays sharp at any size. */
export function drawSvg(chart: FigureChart, words: PictureWords): Uint8Array<ArrayBuffer> {
  const colors = readChartColors();
  const content = drawn(chart, words, colors, 'svg', (made) => made.renderToSVGString());
  const size = { width: width + 2 * padding, height: chart.height + head + padding };
  const font = `font-family="${escaped(words.fontFamily)}"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    `<rect width="100%" height="100%" fill="${colors.surface}"/>`,
    `<text x="${padding}" y="32" ${font} font-size="20" font-weight="600" fill="${colors.text}">${escaped(words.title)}</text>`,
    `<text x="${padding}" y="53" ${font} font-size="14" fill="${colors.quiet}">${escaped(words.note)}</text>`,
    `<g transform="translate(${padding} ${head})">${content}</g></svg>`,
  ].join('');
  return new TextEncoder().encode(svg);
}

function drawn<Content>(
  { height, option }: FigureChart,
  { fontFamily }: PictureWords,
  colors: ChartColors,
  renderer: 'canvas' | 'svg',
  take: (made: EChartsType) => Content,
): Content {
  const place = document.createElement('div');
  const made = init(place, chartTheme(colors, fontFamily), { renderer, width, height });
  try {
    made.setOption({ animation: false, ...option(colors) });
    return take(made);
  } finally {
    made.dispose();
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
