import { strToU8, zipSync } from 'fflate';
import type { SheetData } from 'write-excel-file/universal';
import writeWorkbook from 'write-excel-file/universal';
import { shapesOf } from '../../src/table/files/shapes.ts';
